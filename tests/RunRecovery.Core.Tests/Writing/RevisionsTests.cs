using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

public sealed class RevisionsTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Each_save_is_listed_with_who_made_it_newest_first()
    {
        var post = await _desk.PublishedPost("one");
        var window = await _desk.OpenWindow(post);
        await window.Write("two");
        await _desk.Save(post);
        await _desk.Save(post);
        await _desk.Publish(post);
        await _desk.Import(post, f => f with { Markdown = "three" });

        var lines = await List(post);

        Assert.Equal([RevisionOrigin.Import, RevisionOrigin.Author, RevisionOrigin.WorkingCopy, RevisionOrigin.Author], lines.Select(l => l.Origin));
        Assert.Equal([null, Desk.Owner.AccountId, Desk.Owner.AccountId, null], lines.Select(l => l.AccountId));
        Assert.Equal([3, 2, 1, 1], lines.Select(l => l.Version));
    }

    [Fact]
    public async Task A_revision_is_shown_with_the_one_before()
    {
        var post = await _desk.PublishedPost("one");
        await _desk.Import(post, f => f with { Markdown = "two" });
        var lines = await List(post);

        var newest = await Find(post, lines[0].Id);
        var first = await Find(post, lines[1].Id);

        Assert.Equal(("two", "one"), (newest!.Fields.Markdown, newest.Before!.Markdown));
        Assert.Null(first!.Before);
        Assert.Null(await Find(await _desk.PublishedPost(), lines[0].Id));
    }

    [Fact]
    public async Task To_go_back_is_a_revision_too_and_readers_see_it_when_it_is_published()
    {
        var post = await _desk.PublishedPost("one");
        var before = await _desk.Post(post);
        var first = (await List(post))[0].Id;
        await _desk.Import(post, f => f with { Markdown = "two" });
        await (await _desk.OpenWindow(post)).Write("three");

        Assert.True(await Restore(post, first));

        Assert.Equal(["one", "two", "three", "one"], (await _desk.Revisions(post)).Select(f => f.Markdown));
        Assert.Equal(RevisionOrigin.Restored, (await List(post))[0].Origin);
        Assert.Equal(("two", "one"), ((await _desk.Post(post)).Markdown, (await _desk.Open(post))!.Fields.Markdown));
        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));
        Assert.Equal(("one", before.PublishedAt, before.FeedId), ((await _desk.Post(post)).Markdown, (await _desk.Post(post)).PublishedAt, (await _desk.Post(post)).FeedId));
    }

    [Fact]
    public async Task A_window_that_writes_on_while_another_goes_back_keeps_its_words()
    {
        var post = await _desk.PublishedPost("one");
        var window = await _desk.OpenWindow(post);
        await window.Write("two");

        await Restore(post, (await List(post))[0].Id);
        await window.Write("two, further");

        var open = (await _desk.Open(post))!;
        Assert.Equal("one", open.Fields.Markdown);
        Assert.Equal("two, further", Assert.Single(open.Beside).Read().Markdown);
    }

    [Fact]
    public async Task What_was_taken_back_stays_so_when_a_published_text_is_gone_back_to()
    {
        var post = await _desk.PublishedPost("one");
        var published = (await List(post))[0].Id;
        await _desk.Unpublish(post);

        await Restore(post, published);
        await _desk.Save(post);

        Assert.Null((await _desk.Post(post)).PublishedAt);
    }

    [Fact]
    public async Task A_revision_of_another_post_is_not_gone_back_to()
    {
        var (post, other) = (await _desk.PublishedPost("one"), await _desk.PublishedPost("other"));

        Assert.False(await Restore(post, (await List(other))[0].Id));
    }

    private Task<IReadOnlyList<RevisionLine>> List(int post) => _desk.Blog.Ask<Revisions, IReadOnlyList<RevisionLine>>(r => r.ListAsync(Desk.Owner, post));

    private Task<PastText?> Find(int post, int revision) => _desk.Blog.Ask<Revisions, PastText?>(r => r.FindAsync(Desk.Owner, post, revision));

    private Task<bool> Restore(int post, int revision) => _desk.Blog.Ask<Revisions, bool>(r => r.RestoreAsync(Desk.Owner, post, revision));
}
