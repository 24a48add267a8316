using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;

namespace RunRecovery.Web.Tests.Pages;

public sealed class QueryCountTests : IDisposable
{
    private static readonly string[] Pages =
    [
        "/", "/page/2", "/posts/post-1", "/tips", "/tips/tip-1", "/tags/sleep", "/tags/sleep/page/2", "/categories/recovery", "/series/weeks", "/categories", "/tags", "/series",
        "/archive", "/archive/2026", "/archive/2026/11", "/rss.xml", "/sitemap.xml", "/nowhere", "/recovery/evidence/sleep",
    ];

    private readonly EvidenceFolder _content = new();
    private readonly BlogApplication _blog;

    public QueryCountTests() => _blog = new BlogApplication { Content = _content.Root };

    public void Dispose()
    {
        _blog.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task No_page_asks_the_database_more_often_when_there_are_more_posts()
    {
        await Publish(1, 30);
        var few = await CountAsync();
        await Publish(31, 150);
        var many = await CountAsync();

        Assert.All(few.Values, count => Assert.InRange(count, 1, 12));
        Assert.Equal(few, many);
    }

    private async Task Publish(int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            var date = BlogApplication.Now.AddHours(-number);
            await _blog.Save(BlogApplication.APost($"post-{number}") with
            {
                Date = date,
                Categories = ["Recovery"],
                Tags = ["sleep", $"only {number}"],
                Series = "Weeks",
                Sources = ["sleep"],
                SeriesOrder = number,
            });
            await _blog.Save(BlogApplication.ATip($"tip-{number}") with { Date = date, Tags = ["sleep"] });
        }
    }

    /// <summary>Of each page, made anew with all that it needs.</summary>
    private async Task<Dictionary<string, int>> CountAsync()
    {
        using var browser = _blog.Browser();
        var counts = new Dictionary<string, int>();
        foreach (var page in Pages)
        {
            _blog.Services.GetRequiredService<BlogChanges>().Announce();
            using var queries = new Queries(_blog.Data);
            await browser.GetAsync(page);
            counts[page] = queries.Count;
        }

        return counts;
    }
}
