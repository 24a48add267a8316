using System.Net;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Tests.Recovery;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Pages;

/// <summary>One rule of visibility at every door that shows posts.</summary>
public sealed class VisibilityTests : IDisposable
{
    private const string Title = "Marker of visibility";
    private const string Plan = "?distance=5k&date=2026-11-23&v=1";
    private readonly BlogApplication _blog = new() { Content = PlanBlog.Content };

    public void Dispose() => _blog.Dispose();

    private static readonly string[] Doors =
    [
        "/", "/posts/marked", "/posts/marked.md", "/posts/neighbour", "/tips", "/tips/marked-tip", "/categories", "/categories/marked", "/tags", "/tags/marked",
        "/series", "/series/marked", "/archive", "/archive/2026", "/archive/2026/11", "/rss.xml", "/atom.xml", "/feed.json", "/tips/rss.xml", "/categories/marked/atom.xml",
        "/tags/marked/rss.xml", "/series/marked/feed.json", "/feeds.opml", "/subscribe", "/sitemap.xml", "/marked-page", "/nowhere", "/recovery/evidence/sleep",
        $"/recovery/plan{Plan}", $"/recovery/plan.ics{Plan}", $"/recovery/plan.rss{Plan}", $"/recovery/plan.atom{Plan}", $"/recovery/plan.json{Plan}",
    ];

    [Fact]
    public async Task A_published_post_is_seen_at_every_door()
    {
        await Publish(fields => fields);
        await Assert.AllAsync(Doors, AssertSeen);
    }

    [Fact]
    public async Task A_draft_is_not_seen_at_any_door()
    {
        await Publish(fields => fields with { Draft = true });
        await Assert.AllAsync(Doors, AssertNotSeen);
    }

    [Fact]
    public async Task A_scheduled_post_is_not_seen_before_its_time_at_any_door()
    {
        await Publish(fields => fields with { Date = Now.AddMinutes(1) });
        await Assert.AllAsync(Doors, AssertNotSeen);

        _blog.Clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.AllAsync(Doors, AssertSeen);
    }

    [Fact]
    public async Task An_expired_post_is_not_seen_at_any_door()
    {
        await Publish(fields => fields with { ExpiresAt = Now });
        await Assert.AllAsync(Doors, AssertNotSeen);
    }

    [Fact]
    public async Task Draft_scheduled_and_missing_give_the_same_answer()
    {
        await Publish(fields => fields with { Draft = true });
        using var browser = _blog.Browser();

        foreach (var door in new[] { "/posts/marked", "/tips/marked-tip", "/marked-page" })
        {
            Assert.Equal((door, HttpStatusCode.NotFound), (door, (await browser.GetAsync(door)).StatusCode));
        }
    }

    private async Task AssertSeen(string door) => Assert.Contains("arked", await Read(door), StringComparison.Ordinal);

    private async Task AssertNotSeen(string door)
    {
        var page = (await Read(door)).Replace("/posts/marked.md", "", StringComparison.Ordinal);
        // The feed of a topic whose posts have expired is empty, but goes on telling its name.
        Assert.All(door.Contains("/marked/", StringComparison.Ordinal) ? [Title, "Marked text"] : new[] { "arked" }, trace => Assert.DoesNotContain(trace, page, StringComparison.Ordinal));
    }

    private async Task Publish(Func<PostFields, PostFields> change)
    {
        await _blog.Save(APost("neighbour", "The one beside") with { Date = Now.AddDays(-2) });
        var marked = APost("marked", Title) with { Markdown = "Marked text.", Categories = ["Marked"], Tags = ["Marked"], Series = "Marked", Sources = ["sleep"], Date = Now.AddDays(-1) };
        await _blog.Save(change(marked));
        await _blog.Save(change(marked with { Kind = PostKind.Tip, Slug = "marked-tip", Phase = "day0" }));
        await _blog.Save(change(marked with { Kind = PostKind.Page, Slug = "marked-page" }));
    }

    private async Task<string> Read(string door)
    {
        using var browser = _blog.Browser();
        return await (await browser.GetAsync(door)).Content.ReadAsStringAsync();
    }
}
