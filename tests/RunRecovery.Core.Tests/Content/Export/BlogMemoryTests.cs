using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Tests.Content.Export;

/// <summary>The file <c>runrecovery.yaml</c>: what a blog remembers and its texts do not say.</summary>
public sealed class BlogMemoryTests : IDisposable
{
    private const string Id = "01890a5d-ac96-774b-bcce-b302099a8057";

    private readonly ExportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_blog_of_texts_that_say_all_remembers_only_who_it_is()
    {
        _desk.Content.Write("posts/a.md", "---\nid: urn:1\ntitle: Easy\ndate: 2026-11-20\ntags: [Sleep]\n---\nText.\n");
        await _desk.Import();

        var lines = (await _desk.Exported("runrecovery.yaml")).Split('\n');

        Assert.Equal([$"id: {await IdentityAsync()}", ""], lines[2..]);
    }

    [Theory]
    [InlineData("id: x", "1: id: 'x' is no UUID.")]
    [InlineData("texts: [a]", "1: texts: wanted keys inside.")]
    [InlineData("texts:\n  posts/a.md:\n    date: soon", "3: date: wanted a day that exists")]
    [InlineData("texts:\n  posts/a.md: {}\n  posts/a.md: {}", "texts: one is given twice.")]
    [InlineData("terms:\n- slug: x", "wanted category, tag or series with a name.")]
    [InlineData("terms:\n- tag: '!'", "'!' cannot name a category, tag or series.")]
    [InlineData("terms:\n- tag: a\n  slug: ../b", "slug: '../b' is not allowed")]
    [InlineData("formerTerms: x", "1: formerTerms: wanted a list.")]
    [InlineData("media:\n  a.png: 123", "2: a.png: wanted a SHA-256 in hexadecimal.")]
    [InlineData("ids: {}", "1: ids: is unknown here; an export of a newer version of the program may have written it.")]
    [InlineData("texts: {posts/a.md: {colour: red}}", "1: colour: is unknown here")]
    [InlineData("a: &b c", "anchors (&name) are not allowed")]
    [InlineData("a: [", "broken YAML")]
    public async Task A_memory_that_is_not_understood_stops_the_import_so_that_nothing_is_announced_again(string yaml, string problem)
    {
        _desk.Content.Write("posts/a.md", "Text.");
        _desk.Content.Write("runrecovery.yaml", yaml);

        var report = await _desk.Import();

        Assert.Contains(problem, Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Nothing was imported.", report.Refused[0].Reason, StringComparison.Ordinal);
        Assert.Equal((0, 1), (await _desk.Blog.Ask<BlogContext, int>(db => db.Posts.CountAsync()), report.ExitCode));
    }

    [Fact]
    public async Task A_blog_that_has_said_something_keeps_its_identity_and_what_it_knows()
    {
        await _desk.Blog.Save(BlogDatabase.APost("mine") with { Tags = ["Sleep"] });
        var (identity, name) = (await IdentityAsync(), await FeedNameAsync("sleep"));
        _desk.Content.Write("runrecovery.yaml", $"id: {Id}\nterms:\n- tag: SLEEP\n  slug: other\n  feed: terms/9\n- tag: New\n  feed: terms/1\nformerTerms:\n- tag: mine\n  slug: sleep\n  now: New\n");

        await _desk.Import();

        Assert.Equal((identity, name), (await IdentityAsync(), await FeedNameAsync("sleep")));
        Assert.Equal("tag/new", await FeedNameAsync("new"));
    }

    [Fact]
    public async Task A_new_blog_becomes_the_one_that_is_remembered_and_a_second_import_changes_nothing()
    {
        _desk.Content.Write("runrecovery.yaml", $"""
            id: {Id}
            texts:
              posts/b.md: {"{"}id: 'urn:b', date: 2020-01-01T10:00:00.1234567Z, lastmod: 2021-01-01, aliases: [/old]{"}"}
              posts/gone.md: {"{"}date: 2020-01-02, withdrawn: [/posts/gone, /posts/before]{"}"}
              drafts/c.md: {"{"}published: true{"}"}
            order: [posts/b.md, posts/a.md]
            terms:
            - tag: C
              slug: c-7
              feed: terms/7
              since: 2019-01-01
            formerTerms:
            - tag: see
              now: C
            - tag: away
            """);
        _desk.Content.Write("posts/a.md", "---\ndate: 2020-01-01T10:00:00.1234567Z\n---\nText.");
        _desk.Content.Write("posts/b.md", "---\ntags: [see]\n---\nText.");
        _desk.Content.Write("posts/gone.md", "---\ndraft: true\n---\nText.");
        _desk.Content.Write("drafts/c.md", "Text.");

        Assert.Empty((await _desk.Import()).Refused);
        var before = await _desk.Blog.Ask<BlogContext, string>(DatabaseText.OfAsync);
        _desk.Blog.Clock.Advance(TimeSpan.FromHours(1));
        await _desk.Import();

        Assert.Equal(before, await _desk.Blog.Ask<BlogContext, string>(DatabaseText.OfAsync));
        var (a, b, gone) = (await _desk.Post("a"), await _desk.Post("b"), await _desk.Post("gone"));
        Assert.Equal((Guid.Parse(Id), "terms/7", "urn:b", "C"), (await IdentityAsync(), await FeedNameAsync("c-7"), b.FeedId, b.Terms.Single().Term.Name));
        Assert.Equal(new DateTime(2020, 1, 1, 10, 0, 0, DateTimeKind.Utc).AddTicks(1_234_567), b.PublishedAt);
        Assert.True(b.Id < a.Id);
        Assert.Equal((null, new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc)), (gone.PublishedAt, gone.FirstPublishedAt));
        Assert.NotNull((await _desk.Post("c")).PublishedAt);
        Assert.Equal(new FormerAddress.Moved("/posts/b"), await FormerAsync("/old"));
        Assert.Equal(new FormerAddress.Gone(), await FormerAsync("/posts/before"));
        Assert.IsType<TermLookup.Gone>(await _desk.Blog.Ask<TaxonomyService, TermLookup>(taxonomy => taxonomy.FindBySlugAsync(TermKind.Tag, "away")));
    }

    [Fact]
    public async Task What_is_remembered_of_a_text_does_not_undo_what_became_of_it_since()
    {
        _desk.Content.Write("runrecovery.yaml", "texts:\n  posts/a.md: {date: 2020-01-02, withdrawn: [/posts/a], aliases: [/old]}\n");
        _desk.Content.Write("posts/a.md", "---\ndraft: true\n---\nText.");
        await _desk.Import();
        await _desk.Edit("a", fields => fields with { Draft = false });

        _desk.Content.Write("posts/a.md", "---\ntitle: Anew\n---\nText.");
        Assert.Equal(["posts/a.md"], (await _desk.Import()).Conflicts);
        Assert.NotNull((await _desk.Post("a")).PublishedAt);
    }

    private Task<Guid> IdentityAsync() => _desk.Blog.Ask<BlogContext, Guid>(db => db.SiteIdentities.Select(s => s.Uuid).SingleAsync());

    private Task<string> FeedNameAsync(string slug) => _desk.Blog.Ask<BlogContext, string>(db => db.Terms.Where(t => t.Slug == slug).Select(t => t.FeedName).SingleAsync());

    private Task<FormerAddress> FormerAsync(string path) => _desk.Blog.Ask<PostRepository, FormerAddress>(posts => posts.FindFormerAddressAsync(path));
}
