using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

public sealed class WorkingCopiesTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_post_begins_with_its_first_keystroke_and_needs_nothing()
    {
        var window = _desk.NewWindow(Desk.Author);

        var kept = Assert.IsType<KeepResult.Kept>(await window.Write("L"));

        var open = await _desk.Open(kept.PostId, Desk.Author);
        Assert.Equal(("", "", "L"), (open!.Fields.Title, open.Fields.Slug, open.Fields.Markdown));
        Assert.Equal((Desk.Author.AccountId, null), (open.Post.OwnerId, open.Post.PublishedAt));
    }

    [Fact]
    public async Task A_window_that_did_not_hear_that_its_post_began_begins_no_second_one()
    {
        var window = _desk.NewWindow();
        await window.Write(f => f with { Markdown = "Leg" }, isHeard: false);

        var kept = Assert.IsType<KeepResult.Kept>(await window.Write("Legs"));

        Assert.Equal("Legs", (await _desk.Open(kept.PostId))!.Fields.Markdown);
        Assert.Equal(1, await _desk.Blog.Ask<BlogContext, int>(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task A_window_that_asks_twice_at_the_same_moment_begins_one_post()
    {
        var text = new KeptText(null, null, null, null, new PostFields { Kind = PostKind.Post, Title = "", Slug = "", Markdown = "Legs" }, "window", 1);

        await Task.WhenAll(Enumerable.Range(1, 4).Select(tick => Task.Run(() => _desk.Keep(text with { Tick = tick }))));

        Assert.Equal(1, await _desk.Blog.Ask<BlogContext, int>(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task Two_windows_that_change_different_lines_are_merged()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("ONE\ntwo\nthree");

        var merged = Assert.IsType<KeepResult.Merged>(await second.Write("one\ntwo\nTHREE"));

        Assert.Equal("ONE\ntwo\nTHREE", merged.Fields.Markdown);
        Assert.Equal("ONE\ntwo\nTHREE", (await _desk.Open(post))!.Fields.Markdown);
    }

    [Fact]
    public async Task Two_windows_that_change_the_same_line_are_both_kept()
    {
        var post = await _desk.PublishedPost("one");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("first");

        Assert.IsType<KeepResult.Parted>(await second.Write("second"));
        Assert.IsType<KeepResult.Kept>(await second.Write("second, further"));

        var open = (await _desk.Open(post))!;
        Assert.Equal("first", open.Fields.Markdown);
        Assert.Equal("second, further", Assert.Single(open.Beside).Read().Markdown);
    }

    [Fact]
    public async Task A_window_that_did_not_hear_that_its_text_is_kept_beside_goes_on_there()
    {
        var post = await _desk.PublishedPost("one");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("first");
        await second.Write(f => f with { Markdown = "s" }, isHeard: false);
        await second.Write(f => f with { Markdown = "se" }, isHeard: false);

        await second.Write("second");

        Assert.Equal("second", Assert.Single((await _desk.Open(post))!.Beside).Read().Markdown);
    }

    [Fact]
    public async Task A_window_that_did_not_hear_that_its_text_was_merged_does_not_take_the_other_words_away()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("ONE\ntwo\nthree");
        await second.Write(f => f with { Markdown = "one\ntwo\nTHREE" }, isHeard: false);

        await second.Write("one\ntwo\nTHREE!");

        Assert.Contains("ONE", (await _desk.Open(post))!.Fields.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrives_late_does_not_replace_what_is_newer()
    {
        var post = await _desk.PublishedPost("one");
        var window = await _desk.OpenWindow(post);
        await window.Write("on");
        await window.Write("only");

        // Whoever has older words hears the newer ones.
        var heard = Assert.IsType<KeepResult.Merged>(await window.SendAgain(0));

        Assert.Equal("only", heard.Fields.Markdown);
        Assert.Equal("only", (await _desk.Open(post))!.Fields.Markdown);
    }

    [Fact]
    public async Task A_merged_text_is_not_undone_by_what_its_window_sent_before()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await second.Write(f => f with { Markdown = "one\ntwo\nthree, a slip" }, isHeard: false);
        await second.Write(f => f with { Markdown = "one\ntwo\nTHREE" });
        await first.Write("ONE\ntwo\nthree");
        await second.Write("one\ntwo\nTHREE!");

        await second.SendAgain(0);

        Assert.DoesNotContain("slip", (await _desk.Open(post))!.Fields.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_import_changed_is_not_overwritten_by_the_window_that_wrote_last()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        var window = await _desk.OpenWindow(post);
        await window.Write("ONE\ntwo\nthree");
        await _desk.Import(post, f => f with { Markdown = "one\ntwo\nTHREE" });
        await _desk.Open(post);

        await window.Write("ONE!\ntwo\nthree");

        Assert.Equal("ONE!\ntwo\nTHREE", (await _desk.Open(post))!.Fields.Markdown);
        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));
        Assert.Equal("ONE!\ntwo\nTHREE", (await _desk.Post(post)).Markdown);
    }

    [Fact]
    public async Task An_import_that_changed_the_same_waits_for_somebody_to_decide()
    {
        var post = await _desk.PublishedPost("one");
        await (await _desk.OpenWindow(post)).Write("mine");
        await _desk.Import(post, f => f with { Markdown = "the file's" });

        var open = (await _desk.Open(post))!;
        Assert.True(open.IsBehind);
        Assert.IsType<SaveResult.Conflict>(await _desk.Publish(post));
        var other = Assert.Single(await _desk.Blog.Ask<Conflicts, IReadOnlyList<OtherText>>(c => c.OfAsync(Desk.Owner, post)));
        Assert.Equal((OtherKind.Live, "the file's"), (other.Kind, other.Fields.Markdown));

        Assert.True(await _desk.Blog.Ask<Conflicts, bool>(c => c.EndAsync(Desk.Owner, post, other.Kind, other.Id, open.Fields with { Markdown = "both" }, open.Stamp, other.Stamp)));

        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));
        Assert.Equal("both", (await _desk.Post(post)).Markdown);
    }

    [Fact]
    public async Task Two_who_open_a_post_after_an_import_at_the_same_moment_see_the_same()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        await (await _desk.OpenWindow(post)).Write("ONE\ntwo\nthree");
        await _desk.Import(post, f => f with { Markdown = "one\ntwo\nTHREE" });

        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _desk.Open(post))));

        Assert.All(opened, open => Assert.Equal("ONE\ntwo\nTHREE", open!.Fields.Markdown));
        Assert.Single(opened.Select(open => open!.Stamp).Distinct());
    }

    [Fact]
    public async Task Many_windows_at_the_same_moment_lose_nothing()
    {
        var post = await _desk.PublishedPost("start");
        var windows = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.OpenWindow(post)));

        var results = await Task.WhenAll(windows.Select((window, i) => Task.Run(() => window.Write($"window {i}"))));

        var open = (await _desk.Open(post))!;
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"window {i}"), open.Copies.Select(c => c.Read().Markdown).Order(StringComparer.Ordinal));
        Assert.Single(open.Copies, c => !c.IsBeside);
        Assert.Equal(7, results.Count(r => r is KeepResult.Parted));
    }

    [Fact]
    public async Task Many_windows_in_lines_of_their_own_are_all_merged()
    {
        var post = await _desk.PublishedPost(string.Concat(Enumerable.Range(0, 16).Select(i => $"line {i}\n")));
        var windows = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.OpenWindow(post)));

        await Task.WhenAll(windows.Select((window, i) => Task.Run(() => window.Write(window.Fields.Markdown.Replace($"line {2 * i}\n", $"window {i}\n", StringComparison.Ordinal)))));

        var open = (await _desk.Open(post))!;
        Assert.Empty(open.Beside);
        Assert.All(Enumerable.Range(0, 8), i => Assert.Contains($"window {i}\n", open.Fields.Markdown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_sends_other_line_ends_has_changed_nothing()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("ONE\r\ntwo\r\nthree");

        Assert.IsType<KeepResult.Merged>(await second.Write("one\r\ntwo\r\nTHREE"));

        Assert.Equal("ONE\ntwo\nTHREE", (await _desk.Open(post))!.Fields.Markdown);
    }

    [Fact]
    public async Task A_form_without_script_is_kept_by_its_stamp()
    {
        var post = await _desk.PublishedPost("one");
        var open = (await _desk.Open(post))!;
        var text = new KeptText(post, null, open.Stamp, open.Fields, open.Fields with { Markdown = "first" });

        Assert.IsType<KeepResult.Kept>(await _desk.Keep(text));
        Assert.IsType<KeepResult.Kept>(await _desk.Keep(text));
        Assert.IsType<KeepResult.Parted>(await _desk.Keep(text with { Fields = open.Fields with { Markdown = "second" } }));
    }

    [Fact]
    public async Task A_text_that_does_not_say_what_it_began_from_is_kept_beside()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        await (await _desk.OpenWindow(post)).Write("ONE\ntwo\nthree");

        var fields = (await _desk.Open(post))!.Live;
        Assert.IsType<KeepResult.Parted>(await _desk.Keep(new KeptText(post, null, null, null, fields with { Markdown = "one\ntwo\nTHREE" }, "window", 1)));
    }

    [Fact]
    public async Task What_was_put_aside_for_another_text_is_a_revision()
    {
        var post = await _desk.PublishedPost("one");
        await (await _desk.OpenWindow(post)).Write("mine");
        var copy = (await _desk.Open(post))!.Copy!;

        Assert.True(await _desk.Blog.Ask<WorkingCopies, bool>(c => c.DiscardAsync(Desk.Owner, post, copy.Id)));
        Assert.False(await _desk.Blog.Ask<WorkingCopies, bool>(c => c.DiscardAsync(Desk.Owner, post, copy.Id)));

        Assert.Equal("one", (await _desk.Open(post))!.Fields.Markdown);
        Assert.Equal("mine", (await _desk.Revisions(post))[^1].Markdown);
    }

    [Fact]
    public async Task Who_writes_while_another_one_decides_finds_their_text_beside_the_decision()
    {
        var post = await _desk.PublishedPost("one");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("first");
        await second.Write("second");
        var seen = (await _desk.Open(post))!;
        var other = Assert.Single(await _desk.Blog.Ask<Conflicts, IReadOnlyList<OtherText>>(c => c.OfAsync(Desk.Owner, post)));
        await first.Write("first, further");
        await second.Write("second, further");

        Assert.True(await _desk.Blog.Ask<Conflicts, bool>(c => c.EndAsync(Desk.Owner, post, other.Kind, other.Id, seen.Fields with { Markdown = "decision" }, seen.Stamp, other.Stamp)));

        var open = (await _desk.Open(post))!;
        Assert.Equal("decision", open.Fields.Markdown);
        Assert.Equal(["first, further", "second, further"], open.Beside.Select(c => c.Read().Markdown).Order(StringComparer.Ordinal));
        await first.Write("first, still further");
        Assert.Contains((await _desk.Open(post))!.Beside, c => c.Read().Markdown == "first, still further");
        Assert.Equal("decision", (await _desk.Open(post))!.Fields.Markdown);
    }

    [Fact]
    public async Task A_decision_about_what_readers_no_longer_see_is_not_taken()
    {
        var post = await _desk.PublishedPost("one");
        await (await _desk.OpenWindow(post)).Write("mine");
        await _desk.Import(post, f => f with { Markdown = "the file's" });
        var seen = (await _desk.Open(post))!;
        var other = Assert.Single(await _desk.Blog.Ask<Conflicts, IReadOnlyList<OtherText>>(c => c.OfAsync(Desk.Owner, post)));
        await _desk.Import(post, f => f with { Markdown = "the file's, further" });

        Assert.False(await _desk.Blog.Ask<Conflicts, bool>(c => c.EndAsync(Desk.Owner, post, other.Kind, other.Id, seen.Fields, seen.Stamp, other.Stamp)));

        Assert.True((await _desk.Open(post))!.IsBehind);
    }

    [Fact]
    public async Task A_conflict_is_ended_once_and_both_texts_stay_as_revisions()
    {
        var post = await _desk.PublishedPost("one");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("first");
        await second.Write("second");
        var other = Assert.Single(await _desk.Blog.Ask<Conflicts, IReadOnlyList<OtherText>>(c => c.OfAsync(Desk.Owner, post)));
        Task<bool> End() => _desk.Blog.Ask<Conflicts, bool>(c => c.EndAsync(Desk.Owner, post, other.Kind, other.Id, other.Fields with { Markdown = "decision" }));

        Assert.True(await End());
        Assert.False(await End());

        Assert.Equal(["first", "decision", "second"], (await _desk.Revisions(post)).TakeLast(3).Select(f => f.Markdown));
        Assert.Empty((await _desk.Open(post))!.Beside);
    }

    [Fact]
    public async Task An_author_neither_sees_nor_changes_what_is_another_ones()
    {
        var theirs = Assert.IsType<KeepResult.Kept>(await _desk.NewWindow(Desk.OtherAuthor).Write("Theirs")).PostId;
        var copy = (await _desk.Open(theirs))!.Copy!;
        var revision = (await _desk.Blog.Ask<Revisions, IReadOnlyList<RevisionLine>>(r => r.ListAsync(Desk.Owner, theirs)))[0].Id;

        Assert.Null(await _desk.Open(theirs, Desk.Author));
        Assert.IsType<KeepResult.NotFound>(await _desk.Keep(new KeptText(theirs, copy.Id, copy.Stamp, null, copy.Read() with { Markdown = "Mine" }), Desk.Author));
        Assert.False(await _desk.Blog.Ask<WorkingCopies, bool>(c => c.DiscardAsync(Desk.Author, theirs, copy.Id)));
        Assert.False(await _desk.Blog.Ask<WorkingCopies, bool>(c => c.ReplaceAsync(Desk.Author, theirs, copy.Read(), RevisionOrigin.WorkingCopy)));
        Assert.IsType<SaveResult.NotFound>(await _desk.Blog.Ask<Publishing, SaveResult>(p => p.SaveAsync(Desk.Author, theirs)));
        Assert.IsType<SaveResult.NotFound>(await _desk.Blog.Ask<Publishing, SaveResult>(p => p.PublishAsync(Desk.Author, theirs, copy.Stamp, new Publication.AtOnce())));
        Assert.IsType<SaveResult.NotFound>(await _desk.Blog.Ask<Publishing, SaveResult>(p => p.UnpublishAsync(Desk.Author, theirs)));
        Assert.False(await _desk.Delete(theirs, Desk.Author));
        Assert.Empty(await _desk.Blog.Ask<Revisions, IReadOnlyList<RevisionLine>>(r => r.ListAsync(Desk.Author, theirs)));
        Assert.Null(await _desk.Blog.Ask<Revisions, PastText?>(r => r.FindAsync(Desk.Author, theirs, revision)));
        Assert.False(await _desk.Blog.Ask<Revisions, bool>(r => r.RestoreAsync(Desk.Author, theirs, revision)));
        Assert.Null(await _desk.Blog.Ask<ShareLinks, string?>(s => s.CreateAsync(Desk.Author, theirs, 7)));
        Assert.Empty(await _desk.Blog.Ask<ShareLinks, IReadOnlyList<ShareLink>>(s => s.OfAsync(Desk.Author, theirs)));
        Assert.Empty(await _desk.Blog.Ask<Conflicts, IReadOnlyList<OtherText>>(c => c.OfAsync(Desk.Author, theirs)));
        Assert.Equal("Theirs", (await _desk.Open(theirs))!.Fields.Markdown);
    }

    [Fact]
    public async Task A_text_that_is_too_large_is_refused_with_words()
    {
        var refused = Assert.IsType<KeepResult.TooLarge>(await _desk.NewWindow().Write(new string('x', WorkingCopies.MaxBytes + 1)));

        Assert.Contains("10 MB", refused.Problem, StringComparison.Ordinal);
    }
}
