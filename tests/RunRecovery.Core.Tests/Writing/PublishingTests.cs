using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Writing;

public sealed class PublishingTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task What_is_written_is_not_seen_before_it_is_published()
    {
        var post = await _desk.PublishedPost("one");
        await (await _desk.OpenWindow(post)).Write("two");
        await _desk.Save(post);
        Assert.Equal("one", (await _desk.Post(post)).Markdown);

        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post, new Publication.Update(IsSignificant: false)));

        Assert.Equal("two", (await _desk.Post(post)).Markdown);
        Assert.Null((await _desk.Open(post))!.Copy);
    }

    [Fact]
    public async Task A_text_in_which_somebody_has_written_meanwhile_is_not_published()
    {
        var post = await _desk.PublishedPost("one\ntwo\nthree");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        await first.Write("ONE\ntwo\nthree");
        await second.Write("one\ntwo\nTHREE");

        Assert.IsType<SaveResult.Conflict>(await _desk.Blog.Ask<Publishing, SaveResult>(p => p.PublishAsync(Desk.Owner, post, first.Stamp!, new Publication.AtOnce())));

        Assert.Equal("one\ntwo\nthree", (await _desk.Post(post)).Markdown);
        Assert.Equal("ONE\ntwo\nTHREE", (await _desk.Open(post))!.Fields.Markdown);
    }

    [Fact]
    public async Task Whoever_writes_at_the_moment_of_publication_loses_nothing()
    {
        for (var round = 0; round < 10; round++)
        {
            var post = await _desk.PublishedPost("one");
            var window = await _desk.OpenWindow(post);
            await window.Write("two");
            var stamp = window.Stamp!;

            var publishing = Task.Run(() => _desk.Blog.Ask<Publishing, SaveResult>(p => p.PublishAsync(Desk.Owner, post, stamp, new Publication.AtOnce())));
            await Task.WhenAll(publishing, Task.Run(() => window.Write("three")));

            Assert.Equal("three", (await _desk.Open(post))!.Fields.Markdown);
            Assert.Equal(await publishing is SaveResult.Saved ? "two" : "one", (await _desk.Post(post)).Markdown);
        }
    }

    [Fact]
    public async Task A_stamp_between_the_look_and_the_save_refuses_the_whole_save()
    {
        var post = await _desk.PublishedPost("one");
        await (await _desk.OpenWindow(post)).Write("two");
        var open = (await _desk.Open(post))!;

        var result = await _desk.Blog.Ask<PostStore, SaveResult>(store => store.SaveAsync(
            new PostChange(post, open.Post.Version, _desk.Blog.Valid(open.Fields), RevisionOrigin.Author) { Copy = new CopyMark(open.Copy!.Id, "older") }));

        Assert.IsType<SaveResult.Conflict>(result);
        Assert.Equal(("one", "two"), ((await _desk.Post(post)).Markdown, (await _desk.Open(post))!.Fields.Markdown));
    }

    [Fact]
    public async Task A_draft_is_saved_without_title_and_gets_its_address_from_the_title_later()
    {
        var window = _desk.NewWindow();
        var post = Assert.IsType<KeepResult.Kept>(await window.Write("Legs")).PostId;
        Assert.IsType<SaveResult.Saved>(await _desk.Save(post));
        Assert.Equal(("", "", "Legs"), ((await _desk.Open(post))!.Fields.Title, (await _desk.Open(post))!.Fields.Slug, (await _desk.Post(post)).Markdown));

        await window.Write(f => f with { Title = " Heavy Legs " });
        Assert.IsType<SaveResult.Saved>(await _desk.Save(post));

        Assert.Equal(("Heavy Legs", "heavy-legs"), ((await _desk.Post(post)).Title, (await _desk.Post(post)).Slug));
        await window.Write(f => f with { Markdown = "Legs, heavy" });
        Assert.Equal(("Heavy Legs", "heavy-legs", "Legs, heavy"), ((await _desk.Open(post))!.Fields.Title, (await _desk.Open(post))!.Fields.Slug, (await _desk.Open(post))!.Fields.Markdown));
    }

    [Fact]
    public async Task A_slug_that_the_program_made_gets_a_number_when_it_is_taken()
    {
        await _desk.PublishedPost(slug: "heavy-legs");
        var post = await Draft(f => f with { Title = "Heavy legs" });

        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));

        Assert.Equal("heavy-legs-2", (await _desk.Post(post)).Slug);
    }

    [Fact]
    public async Task A_long_slug_that_the_program_made_gives_way_to_its_number()
    {
        var title = string.Join(' ', Enumerable.Repeat("recovery", 13)) + " ab";
        await _desk.PublishedPost(slug: Slug.From(title));
        var post = await Draft(f => f with { Title = title });

        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));

        Assert.EndsWith("-2", (await _desk.Post(post)).Slug, StringComparison.Ordinal);
        Assert.Equal(120, Slug.Numbered(new string('a', 120), 10).Length);
    }

    [Fact]
    public async Task A_slug_that_the_author_chose_is_never_changed()
    {
        await _desk.PublishedPost(slug: "heavy-legs");
        var post = await Draft(f => f with { Title = "Legs", Slug = "heavy-legs" });

        Assert.Equal(new SaveResult.SlugTaken("/posts/heavy-legs"), await _desk.Save(post));

        Assert.Equal("heavy-legs", (await _desk.Open(post))!.Fields.Slug);
        Assert.Equal("heavy-legs", (await _desk.Revisions(post))[^1].Slug);
    }

    [Fact]
    public async Task What_cannot_be_a_post_yet_is_kept_all_the_same()
    {
        var post = await Draft(f => f with { Slug = "No Slug!", Markdown = "words" });

        var refused = Assert.IsType<SaveResult.Invalid>(await _desk.Save(post));

        Assert.Contains("no-slug", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal("words", (await _desk.Revisions(post))[^1].Markdown);
        Assert.Equal("words", (await _desk.Open(post))!.Fields.Markdown);
    }

    [Fact]
    public async Task A_draft_that_an_import_changed_in_other_lines_is_saved_with_both()
    {
        var post = await Draft(f => f with { Title = "Legs", Markdown = "one\ntwo\nthree" });
        await _desk.Save(post);
        var window = await _desk.OpenWindow(post);
        await window.Write("ONE\ntwo\nthree");
        await _desk.Import(post, f => f with { Markdown = "one\ntwo\nTHREE" });

        Assert.IsType<SaveResult.Saved>(await _desk.Save(post));

        Assert.Equal("ONE\ntwo\nTHREE", (await _desk.Post(post)).Markdown);
    }

    [Fact]
    public async Task A_draft_that_an_import_changed_in_the_same_lines_is_a_conflict_and_kept()
    {
        var post = await Draft(f => f with { Title = "Legs", Markdown = "one" });
        await _desk.Save(post);
        await (await _desk.OpenWindow(post)).Write("mine");
        await _desk.Import(post, f => f with { Markdown = "the file's" });

        Assert.IsType<SaveResult.Conflict>(await _desk.Save(post));

        Assert.Equal("mine", (await _desk.Revisions(post))[^1].Markdown);
        Assert.Equal("the file's", (await _desk.Post(post)).Markdown);
    }

    [Fact]
    public async Task An_address_that_readers_know_is_not_taken_for_an_unnamed_one()
    {
        var post = await _desk.PublishedPost(slug: "untitled-0123456789");
        var window = await _desk.OpenWindow(post);
        Assert.Equal("untitled-0123456789", window.Fields.Slug);
        await window.Write("more");

        await _desk.Publish(post);

        Assert.Equal("untitled-0123456789", (await _desk.Post(post)).Slug);
    }

    [Fact]
    public async Task A_slug_that_only_begins_like_an_unnamed_one_is_the_author_s()
    {
        var post = await Draft(f => f with { Title = "A poem", Slug = "untitled-poem" });
        await _desk.Save(post);

        Assert.Equal("untitled-poem", (await _desk.Open(post))!.Fields.Slug);
    }

    [Fact]
    public async Task A_changed_slug_keeps_the_old_address()
    {
        var post = await _desk.PublishedPost(slug: "easy-days");
        await (await _desk.OpenWindow(post)).Write(f => f with { Slug = "easier-days" });

        await _desk.Publish(post, new Publication.Update(IsSignificant: false));

        Assert.Equal(new FormerAddress.Moved("/posts/easier-days"), await Address("/posts/easy-days"));
    }

    [Fact]
    public async Task A_post_that_was_taken_back_is_gone_and_comes_back_as_the_same_entry()
    {
        var post = await _desk.PublishedPost(slug: "easy-days");
        var before = await _desk.Post(post);

        Assert.IsType<SaveResult.Saved>(await _desk.Unpublish(post));
        Assert.Equal(new FormerAddress.Gone(), await Address("/posts/easy-days"));
        _desk.Blog.Clock.Advance(TimeSpan.FromDays(3));
        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));

        var after = await _desk.Post(post);
        Assert.Equal((before.FeedId, before.PublishedAt, before.FirstPublishedAt), (after.FeedId, after.PublishedAt, after.FirstPublishedAt));
    }

    [Fact]
    public async Task A_scheduled_post_can_be_published_now_and_keeps_that_time()
    {
        var post = await Draft(f => f with { Title = "Legs" });
        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post, new Publication.At(Now.AddDays(5))));
        Assert.Equal(Now.AddDays(5), (await _desk.Post(post)).PublishedAt);

        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));

        Assert.Equal((Now, Now), ((await _desk.Post(post)).PublishedAt, (await _desk.Post(post)).FirstPublishedAt));
        _desk.Blog.Clock.Advance(TimeSpan.FromDays(9));
        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post));
        Assert.Equal(Now, (await _desk.Post(post)).PublishedAt);
    }

    [Fact]
    public async Task A_scheduled_post_can_be_put_to_another_time()
    {
        var post = await Draft(f => f with { Title = "Legs" });
        await _desk.Publish(post, new Publication.At(Now.AddDays(5)));

        Assert.IsType<SaveResult.Saved>(await _desk.Publish(post, new Publication.At(Now.AddDays(2))));

        Assert.Equal(Now.AddDays(2), (await _desk.Post(post)).FirstPublishedAt);
    }

    [Fact]
    public async Task What_readers_have_seen_cannot_be_scheduled()
    {
        var post = await _desk.PublishedPost();

        var refused = Assert.IsType<SaveResult.Invalid>(await _desk.Publish(post, new Publication.At(Now.AddDays(1))));

        Assert.StartsWith("Readers have seen this post before", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_has_passed_is_refused()
    {
        var post = await Draft(f => f with { Title = "Legs" });

        var refused = Assert.IsType<SaveResult.Invalid>(await _desk.Publish(post, new Publication.At(Now)));

        Assert.StartsWith("The time to publish at has passed", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_a_significant_update_is_dated(bool isSignificant)
    {
        var post = await _desk.PublishedPost();
        await (await _desk.OpenWindow(post)).Write("more");

        await _desk.Publish(post, new Publication.Update(isSignificant));

        Assert.Equal(isSignificant ? Now : null, (await _desk.Post(post)).UpdatedAt);
        Assert.Equal(Now.AddDays(-1), (await _desk.Post(post)).PublishedAt);
    }

    [Fact]
    public async Task What_lies_in_the_bin_is_not_published()
    {
        var post = await _desk.PublishedPost();
        await _desk.Delete(post);

        Assert.IsType<SaveResult.InBin>(await _desk.Publish(post, new Publication.Update(IsSignificant: false)));
        Assert.IsType<SaveResult.InBin>(await _desk.Unpublish(post));
        Assert.Null((await _desk.Post(post)).PublishedAt);
    }

    private async Task<int> Draft(Func<PostFields, PostFields> change) => Assert.IsType<KeepResult.Kept>(await _desk.NewWindow().Write(change)).PostId;

    private Task<FormerAddress> Address(string path) => _desk.Blog.Ask<PostRepository, FormerAddress>(posts => posts.FindFormerAddressAsync(path));
}
