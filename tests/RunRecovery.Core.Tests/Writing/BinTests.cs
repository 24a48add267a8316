using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Core.Tests.Content;
using RunRecovery.Core.Writing;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Writing;

public sealed class BinTests : IDisposable
{
    /// <summary>What is not in the database again once it is gone.</summary>
    private const string Marker = "quagga-marathon";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_deleted_post_is_gone_at_once_and_comes_back_as_it_was()
    {
        var post = await _desk.PublishedPost(slug: "easy-days");
        var before = await _desk.Post(post);
        Assert.True(await _desk.Delete(post));
        Assert.False(await _desk.Delete(post));
        Assert.Equal(new FormerAddress.Gone(), await Address("/posts/easy-days"));
        _desk.Blog.Clock.Advance(TimeSpan.FromDays(29) + TimeSpan.FromHours(23));
        Assert.Equal(0, await _desk.EmptyBin());

        Assert.True(await _desk.Undelete(post));
        Assert.False(await _desk.Undelete(post));

        var after = await _desk.Post(post);
        Assert.Equal((before.FeedId, before.PublishedAt, before.FirstPublishedAt, before.Markdown), (after.FeedId, after.PublishedAt, after.FirstPublishedAt, after.Markdown));
        Assert.Null(after.DeletedAt);
    }

    [Fact]
    public async Task A_draft_and_a_post_that_was_taken_back_come_back_as_drafts()
    {
        var draft = Assert.IsType<KeepResult.Kept>(await _desk.NewWindow().Write("Legs")).PostId;
        var takenBack = await _desk.PublishedPost();
        await _desk.Unpublish(takenBack);
        foreach (var post in new[] { draft, takenBack })
        {
            await _desk.Delete(post);
            await _desk.Undelete(post);

            Assert.Null((await _desk.Post(post)).PublishedAt);
        }

        Assert.Equal("Legs", (await _desk.Open(draft))!.Fields.Markdown);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task What_was_to_appear_while_it_lay_in_the_bin_comes_back_as_a_draft(int days, bool isScheduled)
    {
        var post = Assert.IsType<SaveResult.Saved>(await _desk.Blog.Save(APost("legs") with { Date = Now.AddDays(5) })).PostId;
        await _desk.Delete(post);
        _desk.Blog.Clock.Advance(TimeSpan.FromDays(days));

        await _desk.Undelete(post);

        Assert.Equal(isScheduled ? Now.AddDays(5) : null, (await _desk.Post(post)).PublishedAt);
        Assert.Equal(isScheduled ? Now.AddDays(5) : null, (await _desk.Post(post)).FirstPublishedAt);
    }

    [Fact]
    public async Task After_thirty_days_no_word_is_left_and_its_address_is_gone_for_ever()
    {
        var post = await MarkedPost();
        _desk.Blog.Clock.Advance(TimeSpan.FromDays(30));
        Assert.NotEmpty(await TablesWithMarker());
        Assert.Contains(Marker, Bytes(), StringComparison.Ordinal);

        Assert.Equal(1, await _desk.EmptyBin());
        Assert.Equal(0, await _desk.EmptyBin());

        Assert.Empty(await TablesWithMarker());
        Assert.DoesNotContain(Marker, Bytes(), StringComparison.Ordinal);
        Assert.Equal(new FormerAddress.Gone(), await Address("/posts/easy-days"));
        Assert.False(await _desk.Undelete(post));
        Assert.Null(await _desk.Open(post));
        Assert.IsType<KeepResult.NotFound>(await _desk.Keep(new KeptText(post, null, null, null, APost("easy-days"))));
        Assert.Equal(new SaveResult.SlugTaken("/posts/easy-days"), await _desk.Blog.Save(APost("easy-days")));
    }

    [Fact]
    public async Task Of_a_draft_that_was_never_published_nothing_is_left()
    {
        var post = Assert.IsType<KeepResult.Kept>(await _desk.NewWindow().Write(Marker)).PostId;
        await _desk.Save(post);
        await _desk.Delete(post);
        _desk.Blog.Clock.Advance(Bin.Time);

        await _desk.EmptyBin();

        Assert.False(await _desk.Blog.Ask<BlogContext, bool>(db => db.Posts.AnyAsync(p => p.Id == post)));
        Assert.Empty(await TablesWithMarker());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task A_file_does_not_bring_its_deleted_post_back(int days)
    {
        using var content = new ContentOnDisk();
        content.Write("posts/easy-days.md", "---\ntitle: Easy days\ndate: 2026-11-01\n---\nRest.\n");
        await Import(content);
        var post = await _desk.Blog.Ask<BlogContext, int>(db => db.Posts.Select(p => p.Id).SingleAsync());
        await _desk.Delete(post);
        _desk.Blog.Clock.Advance(TimeSpan.FromDays(days));
        await _desk.EmptyBin();
        content.Write("posts/easy-days.md", "---\ntitle: Easy days\ndate: 2026-11-01\n---\nRest more.\n");

        var report = await Import(content);

        Assert.Equal(["posts/easy-days.md"], report.Deleted);
        Assert.Equal((0, 0, 0), (report.Added, report.Changed, report.ExitCode));
        Assert.Contains("its post was deleted in the admin", report.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await _desk.Post(post)).DeletedAt);
    }

    [Fact]
    public async Task The_tag_of_a_deleted_post_that_the_clock_had_published_is_known_to_have_been_shown()
    {
        await _desk.Blog.Save(APost("legs") with { Date = Now.AddDays(1), Tags = ["rest"] });
        var post = await _desk.Blog.Ask<BlogContext, int>(db => db.Posts.Select(p => p.Id).SingleAsync());
        _desk.Blog.Clock.Advance(TimeSpan.FromDays(2));

        await _desk.Delete(post);

        Assert.Equal(Now.AddDays(1), (await _desk.Blog.Ask<BlogContext, Term>(db => db.Terms.SingleAsync())).Since);
    }

    [Fact]
    public async Task A_save_that_did_not_see_the_deletion_is_refused()
    {
        var post = await _desk.PublishedPost();
        var seen = await _desk.Post(post);
        using var scope = _desk.Blog.Scope();
        var db = scope.ServiceProvider.GetRequiredService<BlogContext>();
        // As a save does that has read the post just before it was deleted.
        var stale = await db.Posts.SingleAsync(p => p.Id == post);
        await _desk.Delete(post);
        stale.Version++;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.IsType<SaveResult.InBin>(await _desk.Blog.Save(PostFields.Of(seen), post, seen.Version));
    }

    [Fact]
    public async Task Deleting_and_publishing_at_the_same_moment_leave_no_deleted_post_that_readers_see()
    {
        for (var round = 0; round < 10; round++)
        {
            var post = await _desk.PublishedPost();
            await (await _desk.OpenWindow(post)).Write($"round {round}");

            await Task.WhenAll(Task.Run(() => _desk.Publish(post)), Task.Run(() => _desk.Delete(post)));

            var after = await _desk.Post(post);
            Assert.Equal((null, true), (after.PublishedAt, after.DeletedAt is not null));
        }
    }

    [Fact]
    public async Task A_delivery_is_due_for_each_change_that_readers_see()
    {
        var post = await _desk.PublishedPost();
        Task<int> Due() => _desk.Blog.Ask<BlogContext, int>(db => db.Outbox.CountAsync());
        var before = await Due();

        await _desk.Delete(post);
        Assert.Equal(before + 1, await Due());
        await _desk.Undelete(post);
        Assert.Equal(before + 2, await Due());
    }

    /// <summary>A deleted post with the marker in each place that holds words.</summary>
    private async Task<int> MarkedPost()
    {
        var saved = Assert.IsType<SaveResult.Saved>(await _desk.Blog.Save(APost("easy-days") with
        {
            Title = Marker,
            Markdown = string.Concat(Enumerable.Repeat($"{Marker} in many words.\n\n", 2_000)),
            Description = Marker,
            Summary = Marker,
            Author = Marker,
            Image = new PostImage($"/media/{Marker}.png", Marker, Marker),
            Video = new PostVideo($"https://example.org/{Marker}"),
            CanonicalUrl = $"https://example.org/{Marker}",
            Sources = [Marker],
            ReviewedBy = Marker,
            AppliesTo = Marker,
            UnknownFrontMatter = $"x: {Marker}",
        }));
        var (first, second) = (await _desk.OpenWindow(saved.PostId), await _desk.OpenWindow(saved.PostId));
        await first.Write($"{Marker} one");
        await second.Write($"{Marker} two");
        await _desk.Blog.Ask<BlogContext, int>(db =>
        {
            db.ImportedFiles.Add(new ImportedFile { Path = "posts/easy-days.md", Hash = "", PostId = saved.PostId, Original = System.Text.Encoding.UTF8.GetBytes(Marker) });
            return db.SaveChangesAsync();
        });
        await _desk.Blog.Ask<ShareLinks, string?>(links => links.CreateAsync(Desk.Owner, saved.PostId, 30));
        await _desk.Delete(saved.PostId);
        return saved.PostId;
    }

    private Task<List<string>> TablesWithMarker() => _desk.Blog.Ask<BlogContext, List<string>>(async db =>
    {
        var found = new List<string>();
        foreach (var table in await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table'").ToListAsync())
        {
            var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
            foreach (var column in columns)
            {
                var sql = $"SELECT count(*) AS Value FROM \"{table}\" WHERE \"{column}\" LIKE '%{Marker}%'";
                if (await db.Database.SqlQueryRaw<int>(sql).SingleAsync() > 0)
                {
                    found.Add($"{table}.{column}");
                }
            }
        }

        return found;
    });

    /// <summary>Of the database's file, free pages too. Nobody has it open, so that all of it is there.</summary>
    private string Bytes() => Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_desk.Blog.Folder, "blog.db")));

    private Task<ImportReport> Import(ContentOnDisk content) => _desk.Blog.Ask<ContentImporter, ImportReport>(importer => importer.ImportAsync(content.Root));

    private Task<FormerAddress> Address(string path) => _desk.Blog.Ask<PostRepository, FormerAddress>(posts => posts.FindFormerAddressAsync(path));
}
