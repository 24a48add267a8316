using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Posts;

public sealed class SavingPostsTests : IDisposable
{
    private readonly BlogDatabase _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData("urn:x\u0001y")]
    [InlineData("two words")]
    [InlineData("urn:\uffff")]
    public void A_feed_id_that_no_feed_could_carry_is_refused(string id)
    {
        var validator = _blog.Services.GetRequiredService<PostValidator>();

        Assert.Null(validator.Validate(BlogDatabase.APost("easy-days") with { FeedId = id }, out var problems));
        Assert.StartsWith("id: wanted at most 300 characters", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Null(validator.Validate(BlogDatabase.APost("easy-days") with { Language = id }, out problems));
        Assert.StartsWith("lang: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_post_is_found_with_its_terms()
    {
        await _blog.Save(APost("easy-days") with { Categories = ["Training"], Tags = ["rest", "Easy Run"], Series = "After the Race", SeriesOrder = 3 });

        var post = await Find("easy-days");

        Assert.Equal(["After the Race", "Easy Run", "Training", "rest"], post!.Terms.Select(t => t.Term.Name).Order(StringComparer.Ordinal));
        Assert.Equal(3, post.Terms.Single(t => t.Term.Name == "After the Race").Position);
    }

    [Fact]
    public async Task Each_save_is_a_revision()
    {
        var saved = await Saved(APost("easy-days"));
        await _blog.Save(APost("easy-days") with { Title = "Second" }, saved.PostId, saved.Version);

        var revisions = await _blog.Ask<BlogContext, List<PostRevision>>(db => db.PostRevisions.OrderBy(r => r.Version).ToListAsync());

        Assert.Equal([1, 2], revisions.Select(r => r.Version));
        Assert.Contains("Second", revisions[1].Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_of_an_older_version_is_a_conflict_and_changes_nothing()
    {
        var saved = await Saved(APost("easy-days"));
        await _blog.Save(APost("easy-days") with { Title = "Theirs" }, saved.PostId, saved.Version);

        var result = await _blog.Save(APost("easy-days") with { Title = "Mine, too late" }, saved.PostId, saved.Version);

        Assert.Equal(new SaveResult.Conflict(2), result);
        Assert.Equal("Theirs", (await Find("easy-days"))!.Title);
    }

    [Fact]
    public async Task A_taken_slug_is_a_result_and_stores_nothing()
    {
        await _blog.Save(APost("easy-days"));

        var result = await _blog.Save(APost("easy-days", "Another"));

        Assert.Equal(new SaveResult.SlugTaken("/posts/easy-days"), result);
        Assert.Equal(1, await _blog.Ask<BlogContext, int>(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task One_refused_post_of_many_stops_no_other()
    {
        var results = await _blog.Ask<PostStore, IReadOnlyList<SaveResult>>(store => store.SaveAsync(
            [.. new[] { "one", "two", "one", "three" }.Select(slug => new PostChange(null, 0, _blog.Valid(APost(slug)), RevisionOrigin.Import))]));

        Assert.Equal([typeof(SaveResult.Saved), typeof(SaveResult.Saved), typeof(SaveResult.SlugTaken), typeof(SaveResult.Saved)], results.Select(r => r.GetType()));
        Assert.Equal(3, await _blog.Ask<BlogContext, int>(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task A_changed_slug_leaves_the_old_address_behind()
    {
        var saved = await Saved(APost("old-name"));
        await _blog.Save(APost("new-name"), saved.PostId, saved.Version);

        Assert.Equal(new FormerAddress.Moved("/posts/new-name"), await Former("/posts/old-name"));
    }

    [Fact]
    public async Task An_address_of_the_past_cannot_be_taken_by_another_post()
    {
        var saved = await Saved(APost("old-name"));
        await _blog.Save(APost("new-name"), saved.PostId, saved.Version);

        Assert.Equal(new SaveResult.SlugTaken("/posts/old-name"), await _blog.Save(APost("old-name")));
    }

    [Fact]
    public async Task Aliases_lead_to_the_post_in_any_spelling()
    {
        await _blog.Save(APost("easy-days") with { Aliases = ["/2019/Easy%20Days.html/"] });

        Assert.Equal(new FormerAddress.Moved("/posts/easy-days"), await Former("/2019/easy days.html"));
    }

    [Fact]
    public async Task A_publication_time_readers_have_seen_never_changes()
    {
        var saved = await Saved(APost("easy-days") with { Date = Now.AddDays(-7) });

        var moved = (SaveResult.Saved)await _blog.Save(APost("easy-days") with { Date = Now.AddDays(-1) }, saved.PostId, saved.Version);
        var draft = (SaveResult.Saved)await _blog.Save(APost("easy-days") with { Draft = true }, saved.PostId, moved.Version);
        await _blog.Save(APost("easy-days") with { Date = null }, saved.PostId, draft.Version);

        Assert.Equal(Now.AddDays(-7), (await Find("easy-days"))!.PublishedAt);
    }

    [Fact]
    public async Task A_scheduled_post_may_still_be_moved()
    {
        var saved = await Saved(APost("easy-days") with { Date = Now.AddDays(7) });
        await _blog.Save(APost("easy-days") with { Date = Now.AddHours(1) }, saved.PostId, saved.Version);
        _blog.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(Now.AddHours(1), (await Find("easy-days"))!.PublishedAt);
    }

    [Fact]
    public async Task The_feed_id_stays_whatever_is_saved_later()
    {
        var saved = await Saved(APost("easy-days") with { FeedId = "urn:uuid:first" });
        await _blog.Save(APost("other-slug") with { FeedId = "urn:uuid:second" }, saved.PostId, saved.Version);

        Assert.Equal("urn:uuid:first", (await Find("other-slug"))!.FeedId);
    }

    [Fact]
    public async Task A_post_taken_back_is_gone_not_unknown()
    {
        var saved = await Saved(APost("easy-days"));
        await _blog.Save(APost("easy-days") with { Draft = true }, saved.PostId, saved.Version);

        Assert.Equal(new FormerAddress.Gone(), await Former("/posts/easy-days"));
    }

    [Fact]
    public async Task A_scheduled_address_is_unknown_until_its_time()
    {
        await _blog.Save(APost("easy-days") with { Date = Now.AddDays(1) });

        Assert.Equal(new FormerAddress.Unknown(), await Former("/posts/easy-days"));
    }

    private async Task<SaveResult.Saved> Saved(PostFields fields) => Assert.IsType<SaveResult.Saved>(await _blog.Save(fields));

    private Task<Post?> Find(string slug) => _blog.Ask<PostRepository, Post?>(posts => posts.FindPublishedAsync(PostKind.Post, slug));

    private Task<FormerAddress> Former(string path) => _blog.Ask<PostRepository, FormerAddress>(posts => posts.FindFormerAddressAsync(path));
}
