using RunRecovery.Core.Posts;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Posts;

public sealed class ListPageTests : IDisposable
{
    private readonly BlogDatabase _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(268435457)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task A_page_that_a_list_does_not_have_is_empty(int number)
    {
        await _blog.Save(APost("easy-days"));

        var page = await _blog.Ask<PostRepository, PageOf<Post>>(posts => posts.HomeAsync(number, 8));

        Assert.Empty(page.Items);
        Assert.False(page.Exists);
    }

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(8, 8, 1)]
    [InlineData(9, 8, 2)]
    [InlineData(9, int.MaxValue, 1)]
    [InlineData(3, 1, 3)]
    public void The_last_page_holds_the_rest(int total, int size, int pages) => Assert.Equal(pages, new PageOf<int>([], 1, size, total).PageCount);
}
