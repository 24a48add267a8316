using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Content;

public sealed class ImportTests : IDisposable
{
    private readonly BlogDatabase _blog = new();
    private readonly ContentOnDisk _content = new();

    public void Dispose()
    {
        _content.Dispose();
        _blog.Dispose();
    }

    [Fact]
    public async Task Texts_of_all_kinds_come_in()
    {
        _content.Write("posts/easy-days.md", "---\ntitle: Easy days\ntags: [legs]\ndate: 2026-11-20\n---\nRest.\n");
        _content.Write("tips/roll.md", "---\ntitle: Roll\nphase: rest\ngrade: weak\n---\nSlowly.\n");
        _content.Write("pages/about.md", "# About us\n\nHello.\n");

        var report = await Import();

        Assert.Equal((3, 0, 0, 0), (report.Added, report.Changed, report.Unchanged, report.ExitCode));
        Assert.Equal(["/about", "/posts/easy-days", "/tips/roll"], (await Posts()).Select(p => p.Path).Order(StringComparer.Ordinal));
        var easyDays = await Post("easy-days");
        Assert.Equal(("Rest.\n", new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc)), (easyDays.Markdown, easyDays.PublishedAt));
        Assert.Equal(["legs"], easyDays.Terms.Select(t => t.Term.Name));
    }

    [Fact]
    public async Task A_second_import_of_the_same_files_writes_nothing()
    {
        _content.Write("posts/a.md", "One.");
        _content.Write("posts/b.md", "Two.");
        await Import();
        var before = await Everything();
        _blog.Clock.Advance(TimeSpan.FromHours(1));

        var report = await Import();

        Assert.Equal((0, 0, 2), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_changed_file_updates_its_post_and_leaves_the_others()
    {
        _content.Write("posts/a.md", "---\ntitle: One\n---\nOne.");
        _content.Write("posts/b.md", "Two.");
        await Import();
        var before = await Post("a");
        _content.Write("posts/a.md", "---\ntitle: Uno\nslug: uno\ndate: 2020-01-01\n---\nUno.");

        var report = await Import();

        var after = await Post("uno");
        Assert.Equal((0, 1, 1), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal((before.Id, before.FeedId, before.PublishedAt, "Uno", 2), (after.Id, after.FeedId, after.PublishedAt, after.Title, after.Version));
        Assert.Equal(1, (await Post("b")).Version);
        Assert.Contains("/posts/a", after.Addresses.Select(a => a.Path));
    }

    [Fact]
    public async Task A_file_never_overwrites_what_was_edited_here_since()
    {
        _content.Write("posts/a.md", "---\ntitle: One\n---\nOne.");
        await Import();
        var mine = await EditHere("a", "My own words.");
        _content.Write("posts/a.md", "---\ntitle: One\n---\nThe file's words.");

        var report = await Import();

        Assert.Equal(["posts/a.md"], report.Conflicts);
        Assert.Equal((0, 0, 0), (report.Changed, report.Unchanged, report.ExitCode));
        var post = await Post("a");
        Assert.Equal(("My own words.", mine), (post.Markdown, post.Version));
        var kept = Assert.Single(post.Revisions, r => r.Origin == RevisionOrigin.Conflict);
        Assert.Equal("The file's words.", JsonSerializer.Deserialize<PostFields>(kept.Fields)!.Markdown);
        Assert.True((await Files()).Single().InConflict);
    }

    [Fact]
    public async Task A_waiting_conflict_is_told_again_but_kept_once()
    {
        _content.Write("posts/a.md", "One.");
        await Import();
        await EditHere("a", "My own words.");
        _content.Write("posts/a.md", "The file's words.");
        await Import();
        var before = await Everything();

        var report = await Import();

        Assert.Equal(["posts/a.md"], report.Conflicts);
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_post_edited_here_stays_when_its_file_did_not_change()
    {
        _content.Write("posts/a.md", "One.");
        await Import();
        await EditHere("a", "My own words.");

        Assert.Equal(1, (await Import()).Unchanged);
        Assert.Equal("My own words.", (await Post("a")).Markdown);
    }

    [Fact]
    public async Task A_file_with_the_id_of_a_post_written_here_waits_beside_it()
    {
        await _blog.Save(BlogDatabase.APost("here") with { FeedId = "urn:x" });
        _content.Write("posts/from-file.md", "---\nid: urn:x\n---\nThe file's words.");

        var report = await Import();

        Assert.Equal(["posts/from-file.md"], report.Conflicts);
        Assert.Equal("Easy days.", (await Posts()).Single().Markdown);
        Assert.Equal(["posts/from-file.md"], (await Import()).Conflicts);
    }

    [Fact]
    public async Task A_file_that_disappears_is_reported_and_its_post_stays()
    {
        _content.Write("posts/a.md", "One.");
        await Import();
        _content.Delete("posts/a.md");
        var before = await Everything();

        var report = await Import();

        Assert.Equal(["posts/a.md"], report.Missing);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_renamed_file_with_an_id_stays_the_same_post()
    {
        _content.Write("posts/a.md", "---\nid: urn:1\n---\nOne.");
        await Import();
        var before = await Post("a");
        _content.Move("posts/a.md", "posts/b.md");

        var report = await Import();

        var after = await Post("b");
        Assert.Equal((0, 1, before.Id), (report.Added, report.Changed, after.Id));
        Assert.Empty(report.Missing);
        Assert.Contains("/posts/a", after.Addresses.Select(a => a.Path));
        Assert.Equal("posts/b.md", (await Files()).Single().Path);
        Assert.Equal(1, (await Import()).Unchanged);
    }

    [Fact]
    public async Task A_renamed_file_without_id_is_a_new_post_and_the_old_one_is_reported()
    {
        _content.Write("posts/a.md", "One.");
        await Import();
        _content.Move("posts/a.md", "posts/b.md");

        var report = await Import();

        Assert.Equal(1, report.Added);
        Assert.Equal(["posts/a.md"], report.Missing);
        Assert.Equal(2, (await Posts()).Count);
    }

    [Fact]
    public async Task Files_with_ids_may_all_move_up_one_name()
    {
        foreach (var n in new[] { 1, 2, 3 })
        {
            _content.Write($"tips/{n}.md", $"---\nid: urn:{n}\nslug: tip-{n}\n---\nTip {n}.");
        }

        await Import();
        _content.Move("tips/3.md", "tips/4.md");
        _content.Move("tips/2.md", "tips/3.md");
        _content.Move("tips/1.md", "tips/2.md");
        _content.Write("tips/1.md", "---\nid: urn:0\nslug: tip-0\n---\nTip 0.");

        var report = await Import();

        Assert.Equal((1, 3, 0), (report.Added, report.Changed, report.ExitCode));
        Assert.Empty(report.Missing);
        Assert.Equal(
            ["tip-0 tips/1.md", "tip-1 tips/2.md", "tip-2 tips/3.md", "tip-3 tips/4.md"],
            (await Files()).Select(f => $"{f.Post!.Slug} {f.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_files_that_change_names_keep_their_posts()
    {
        _content.Write("posts/a.md", "---\nid: urn:a\nslug: one\n---\nOne.");
        _content.Write("posts/b.md", "---\nid: urn:b\nslug: two\n---\nTwo.");
        await Import();
        _content.Move("posts/a.md", "posts/c");
        _content.Move("posts/b.md", "posts/a.md");
        _content.Move("posts/c", "posts/b.md");

        var report = await Import();

        Assert.Equal((0, 2, 0), (report.Added, report.Changed, report.ExitCode));
        Assert.Equal("One.", (await Post("one")).Markdown);
        Assert.Equal(["one posts/b.md", "two posts/a.md"], (await Files()).Select(f => $"{f.Post!.Slug} {f.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_files_with_one_id_is_refused_and_names_the_first()
    {
        _content.Write("posts/a.md", "---\nid: urn:1\n---\nOne.");
        _content.Write("posts/b.md", "---\nid: urn:1\n---\nTwo.");

        var report = await Import();

        Assert.Equal("posts/b.md: id: 'urn:1' is already that of posts/a.md; each file needs an id of its own, or none.", Assert.Single(report.Refused).ToString());
        Assert.Equal("One.", (await Posts()).Single().Markdown);
    }

    [Fact]
    public async Task A_copy_of_a_known_file_does_not_take_its_post()
    {
        _content.Write("posts/b.md", "---\nid: urn:1\n---\nOne.");
        await Import();
        _content.Write("posts/a.md", "---\nid: urn:1\n---\nCopy.");

        var report = await Import();

        Assert.Equal("posts/a.md", Assert.Single(report.Refused).Path);
        Assert.Equal("One.", (await Posts()).Single().Markdown);
    }

    [Fact]
    public async Task A_post_does_not_become_a_tip()
    {
        _content.Write("posts/a.md", "---\nid: urn:1\n---\nOne.");
        await Import();
        _content.Write("tips/a.md", "---\nid: urn:1\n---\nOne.");
        _content.Delete("posts/a.md");

        Assert.Contains("is that of a post, which cannot become a tip", Assert.Single((await Import()).Refused).Reason, StringComparison.Ordinal);
        Assert.Equal(PostKind.Post, (await Posts()).Single().Kind);
    }

    [Fact]
    public async Task Pictures_come_in_from_the_media_folder_and_from_beside_a_text()
    {
        _content.Write("media/charts/sleep.png", ContentOnDisk.Picture);
        _content.Write("media/sources/sleep.svg", "<svg/>");
        _content.Write("posts/easy/index.md", "![A leg](leg.png)");
        _content.Write("posts/easy/leg.png", ContentOnDisk.Picture);

        var report = await Import();

        Assert.Equal((2, 0, 0), (report.MediaSaved, report.MediaUnchanged, report.ExitCode));
        Assert.Equal(["charts/sleep.png", "posts/easy/leg.png"], await _blog.Ask<BlogContext, List<string>>(db => db.MediaItems.Select(m => m.Path).Order().ToListAsync()));

        var again = await Import();
        Assert.Equal((0, 2), (again.MediaSaved, again.MediaUnchanged));
    }

    [Fact]
    public async Task A_scheduled_post_and_a_draft_come_in_as_such()
    {
        _content.Write("posts/later.md", "---\ndate: 2027-01-01\n---\nLater.");
        _content.Write("posts/drafts/never.md", "Never.");

        await Import();

        Assert.Equal(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc), (await Post("later")).PublishedAt);
        Assert.Null((await Post("never")).PublishedAt);
    }

    [Fact]
    public async Task The_result_does_not_depend_on_chance()
    {
        for (var i = 0; i < 450; i++)
        {
            _content.Write($"posts/p{i:000}.md", $"---\nslug: s{i % 300}\ntitle: Post {i}\n---\nText {i}.");
        }

        var report = await Import();

        Assert.Equal((300, 150), (report.Added, report.Refused.Count));
        Assert.Equal(Enumerable.Range(300, 150).Select(i => $"posts/p{i}.md"), report.Refused.Select(p => p.Path));
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"Post {i}"), (await Posts()).OrderBy(p => p.Id).Select(p => p.Title));
    }

    [Fact]
    public async Task Progress_counts_up_to_all_files()
    {
        for (var i = 0; i < 250; i++)
        {
            _content.Write($"posts/p{i}.md", "Text.");
        }

        var told = new Told();
        await _blog.Ask<ContentImporter, ImportReport>(importer => importer.ImportAsync(_content.Root, told));

        Assert.Equal([new ImportProgress(0, 250), new(200, 250), new(250, 250)], told.All);
    }

    [Fact]
    public async Task The_report_is_short_and_says_everything()
    {
        _content.Write("posts/a.md", "One.");
        _content.Write("posts/gone.md", "Two.");
        await Import();
        _content.Delete("posts/gone.md");
        await EditHere("a", "Mine.");
        _content.Write("posts/a.md", "Theirs.");
        _content.Write("posts/bad.md", "---\ntitle: a\ndate: never\n---\n");

        Assert.Equal(
            """
            0 added, 0 changed, 0 unchanged, 1 refused; media: 0 stored, 0 unchanged.
              posts/a.md: waits, because its post was edited in the admin; the file's text is kept as a revision.
              posts/gone.md: is no longer there; its post stays until you delete it.
              posts/bad.md:3: date: wanted a day that exists, such as 2026-11-23, 2026-11-23 18:00 or 2026-11-23T18:00:00+01:00, found 'never'.
            """.ReplaceLineEndings(),
            (await Import()).ToString());
    }

    private Task<ImportReport> Import() => _blog.Ask<ContentImporter, ImportReport>(importer => importer.ImportAsync(_content.Root));

    private async Task<int> EditHere(string slug, string markdown)
    {
        var post = await Post(slug);
        var saved = await _blog.Save(new PostFields { Kind = post.Kind, Title = post.Title, Slug = slug, Markdown = markdown, Date = post.PublishedAt }, post.Id, post.Version);
        return Assert.IsType<SaveResult.Saved>(saved).Version;
    }

    private Task<List<Post>> Posts() => _blog.Ask<BlogContext, List<Post>>(db => db.Posts.AsNoTracking().ToListAsync());

    private Task<List<ImportedFile>> Files() => _blog.Ask<BlogContext, List<ImportedFile>>(db => db.ImportedFiles.AsNoTracking().Include(f => f.Post).ToListAsync());

    private Task<Post> Post(string slug) => _blog.Ask<BlogContext, Post>(db => db.Posts.AsNoTracking()
        .Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Revisions).Include(p => p.Addresses).AsSplitQuery().SingleAsync(p => p.Slug == slug));

    /// <summary>Every row of every table that an import writes.</summary>
    private Task<string> Everything() => _blog.Ask<BlogContext, string>(DatabaseText.OfAsync);

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<ImportProgress> All { get; } = [];

        public void Report(ImportProgress value) => All.Add(value);
    }
}
