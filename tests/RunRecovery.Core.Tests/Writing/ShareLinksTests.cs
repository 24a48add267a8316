using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

public sealed class ShareLinksTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Whoever_has_the_link_sees_the_text_as_it_is_on_the_desk_until_it_expires()
    {
        var window = _desk.NewWindow();
        var post = Assert.IsType<KeepResult.Kept>(await window.Write("one")).PostId;
        var key = (await Create(post, 7))!;
        Assert.Equal("one", (await Find(key))!.Fields.Markdown);
        await window.Write("two");
        await _desk.Save(post);
        Assert.Equal("two", (await Find(key))!.Fields.Markdown);
        await window.Write("three");

        _desk.Blog.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal("three", (await Find(key))!.Fields.Markdown);
        Assert.Single(await Of(post));
        _desk.Blog.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Find(key));
        Assert.Empty(await Of(post));
    }

    [Fact]
    public async Task A_link_that_was_taken_back_opens_nothing_and_others_still_do()
    {
        var post = await _desk.PublishedPost();
        var (first, second) = ((await Create(post, 1))!, (await Create(post, 30))!);
        var links = await Of(post);
        Assert.Equal([30, 1], links.Select(l => (l.ExpiresAt - BlogDatabase.Now).Days));

        Assert.True(await TakeBack(post, links[1].Id));
        Assert.False(await TakeBack(post, links[1].Id));

        Assert.Null(await Find(first));
        Assert.NotNull(await Find(second));
    }

    [Fact]
    public async Task Only_the_hash_of_a_key_is_stored()
    {
        var key = (await Create(await _desk.PublishedPost(), 7))!;

        var link = await _desk.Blog.Ask<BlogContext, ShareLink>(db => db.ShareLinks.SingleAsync());

        Assert.True(key.Length >= 43, "256 bits");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), link.KeyHash);
        Assert.Null(await Find(link.KeyHash));
    }

    [Fact]
    public async Task A_link_of_another_post_is_neither_shown_nor_taken_back()
    {
        var (post, other) = (await _desk.PublishedPost(), await _desk.PublishedPost());
        var key = (await Create(other, 7))!;
        var link = Assert.Single(await Of(other)).Id;

        Assert.Empty(await Of(post));
        Assert.False(await TakeBack(post, link));
        Assert.False(await _desk.Blog.Ask<ShareLinks, bool>(s => s.TakeBackAsync(Desk.Author, other, link)));

        Assert.Equal(other, (await Find(key))!.PostId);
    }

    [Fact]
    public async Task What_lies_in_the_bin_is_not_shown()
    {
        var post = await _desk.PublishedPost();
        var key = (await Create(post, 30))!;
        await _desk.Delete(post);
        Assert.Null(await Find(key));
        Assert.Null(await Create(post, 7));
        await _desk.Undelete(post);
        Assert.NotNull(await Find(key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(36500)]
    public async Task Nobody_may_wait_that_long(int days) => Assert.Null(await Create(await _desk.PublishedPost(), days));

    [Fact]
    public async Task A_key_that_nobody_made_opens_nothing()
    {
        await Create(await _desk.PublishedPost(), 7);

        Assert.Null(await Find(""));
        Assert.Null(await Find(new string('0', 48)));
    }

    private Task<string?> Create(int post, int days) => _desk.Blog.Ask<ShareLinks, string?>(s => s.CreateAsync(Desk.Owner, post, days));

    private Task<SharedText?> Find(string key) => _desk.Blog.Ask<ShareLinks, SharedText?>(s => s.FindAsync(key));

    private Task<IReadOnlyList<ShareLink>> Of(int post) => _desk.Blog.Ask<ShareLinks, IReadOnlyList<ShareLink>>(s => s.OfAsync(Desk.Owner, post));

    private Task<bool> TakeBack(int post, int link) => _desk.Blog.Ask<ShareLinks, bool>(s => s.TakeBackAsync(Desk.Owner, post, link));
}
