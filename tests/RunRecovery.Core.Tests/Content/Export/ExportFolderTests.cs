using RunRecovery.Core.Content;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Content.Export;

/// <summary>What an export does to the folder it writes to.</summary>
public sealed class ExportFolderTests : IDisposable
{
    private const string Easy = "---\nid: urn:1\ntitle: Easy\ndate: 2026-11-20\n---\nText.\n";

    private readonly ExportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_post_without_a_file_gets_one_by_its_kind_and_slug()
    {
        await _desk.Blog.Save(BlogDatabase.APost("easy-days"));
        await _desk.Blog.Save(BlogDatabase.APost("roll") with { Kind = PostKind.Tip });
        await _desk.Blog.Save(BlogDatabase.APost("about") with { Kind = PostKind.Page });
        await _desk.Blog.Save(BlogDatabase.APost("2026-11-20-thought") with { Draft = true, Date = null });
        await _desk.Blog.Save(BlogDatabase.APost(new string('語', 100)));
        await _desk.Blog.Save(BlogDatabase.APost(new string('語', 110)));

        var report = await _desk.Export();

        Assert.Empty(report.Problems);
        Assert.Equal(7, report.Written);
        Assert.Equal(
            ["SHA256SUMS", "pages/about.md", "posts/easy-days.md", "posts/text-2026-11-20-thought.md", $"posts/{new string('語', 66)}-2.md", $"posts/{new string('語', 66)}.md", "runrecovery.yaml", "tips/roll.md"],
            ExportDesk.FilesIn(_desk.Target));
    }

    [Fact]
    public async Task A_second_export_touches_nothing()
    {
        _desk.Content.Write("posts/a.md", Easy);
        _desk.Content.Write("media/a.png", ContentOnDisk.Picture);
        await _desk.Import();
        await _desk.Export();
        var before = Directory.EnumerateFiles(_desk.Target.Root, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);

        var report = await _desk.Export();

        Assert.Equal("0 written, 3 unchanged, 0 removed, 0 problems.", report.ToString());
        Assert.All(before, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
    }

    [Fact]
    public async Task A_file_of_an_earlier_export_whose_text_has_moved_is_removed()
    {
        var saved = Assert.IsType<SaveResult.Saved>(await _desk.Blog.Save(BlogDatabase.APost("one")));
        var other = Assert.IsType<SaveResult.Saved>(await _desk.Blog.Save(BlogDatabase.APost("two")));
        await _desk.Export();
        await _desk.Blog.Save(BlogDatabase.APost("one-b"), saved.PostId, saved.Version);
        await _desk.Blog.Save(BlogDatabase.APost("two-b"), other.PostId, other.Version);
        File.AppendAllText(Path.Combine(_desk.Target.Root, "posts/two.md"), "Mine.");

        var report = await _desk.Export();

        Assert.Equal(["posts/one.md"], report.Removed);
        Assert.Equal("posts/two.md", Assert.Single(report.Problems).Path);
        Assert.EndsWith("Mine.", ExportDesk.TextOf(_desk.Target, "posts/two.md"), StringComparison.Ordinal);
        Assert.Equal(1, report.ExitCode);
    }

    [Fact]
    public async Task What_others_put_there_stays_as_it_is()
    {
        _desk.Content.Write("posts/a.md", Easy);
        _desk.Content.Write("media/a.png", ContentOnDisk.Picture);
        await _desk.Import();
        _desk.Target.Write("posts/a.md", "Somebody's.");
        _desk.Target.Write("media/a.png", "Somebody's.");
        _desk.Target.Write("posts/other.md", "Somebody's.");
        _desk.Target.Write("recovery/evidence.json", "{}");
        _desk.Target.Write("SHA256SUMS", $"{new string('0', 64)}  ../../etc/passwd\nno sum\n");

        var report = await _desk.Export();

        Assert.Equal(["media/a.png", "posts/a.md"], report.Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
        Assert.All(["posts/a.md", "media/a.png", "posts/other.md"], path => Assert.Equal("Somebody's.", ExportDesk.TextOf(_desk.Target, path)));
    }

    [Fact]
    public async Task The_data_for_recovery_go_along_as_they_are()
    {
        _desk.Content.Write("recovery/evidence.json", "{ \"mine\": 1 }");
        _desk.Content.Write("recovery/notes.txt", "Mine.");

        Assert.Empty((await _desk.Export()).Problems);

        Assert.Equal("{ \"mine\": 1 }", ExportDesk.TextOf(_desk.Target, "recovery/evidence.json"));
        Assert.False(File.Exists(Path.Combine(_desk.Target.Root, "recovery/notes.txt")));
        _desk.Content.Delete("recovery/evidence.json");
        Assert.Equal(["recovery/evidence.json"], (await _desk.Export()).Removed);
    }

    [Fact]
    public async Task An_export_into_the_folder_of_the_blog_leaves_both_in_agreement()
    {
        _desk.Content.Write("posts/a.md", Easy);
        _desk.Content.Write("posts/same.md", "Untouched.");
        await _desk.Import();
        await _desk.Edit("a", fields => fields with { Title = "Hard" });
        await _desk.Blog.Save(BlogDatabase.APost("no-file"));

        Assert.Empty((await _desk.Export(_desk.Content.Root)).Problems);

        Assert.Equal("Untouched.", ExportDesk.TextOf(_desk.Content, "posts/same.md"));
        Assert.StartsWith("0 added, 0 changed, 3 unchanged, 0 refused", (await _desk.Import()).ToString(), StringComparison.Ordinal);
        _desk.Content.Write("posts/a.md", Easy.Replace("Easy", "Edited in the file", StringComparison.Ordinal));
        _desk.Content.Write("posts/no-file.md", ExportDesk.TextOf(_desk.Content, "posts/no-file.md") + "More.");
        Assert.StartsWith("0 added, 2 changed, 1 unchanged, 0 refused", (await _desk.Import()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_waits_beside_its_post_is_not_overwritten()
    {
        _desk.Content.Write("posts/a.md", Easy);
        await _desk.Import();
        await _desk.Edit("a", fields => fields with { Title = "Edited here" });
        _desk.Content.Write("posts/a.md", $"{Easy}Edited in the file.\n");
        await _desk.Import();

        var report = await _desk.Export(_desk.Content.Root);

        Assert.Equal(["posts/a.md"], report.Conflicts);
        Assert.EndsWith("Edited in the file.\n", ExportDesk.TextOf(_desk.Content, "posts/a.md"), StringComparison.Ordinal);
        Assert.Equal(["posts/a.md"], (await _desk.Import()).Conflicts);
        Assert.Contains("title: Edited here", await _desk.Exported("posts/a.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_changed_and_not_yet_imported_is_not_overwritten()
    {
        _desk.Content.Write("posts/a.md", Easy);
        await _desk.Import();
        await _desk.Edit("a", fields => fields with { Title = "Edited here" });
        _desk.Content.Write("posts/a.md", $"{Easy}Not yet imported.\n");

        var report = await _desk.Export(_desk.Content.Root);

        Assert.Contains("was changed by somebody else", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
        Assert.EndsWith("Not yet imported.\n", ExportDesk.TextOf(_desk.Content, "posts/a.md"), StringComparison.Ordinal);
        Assert.Equal(["posts/a.md"], (await _desk.Import()).Conflicts);
    }

    [Fact]
    public async Task A_target_inside_the_data_folder_is_refused()
    {
        Directory.CreateSymbolicLink(Path.Combine(_desk.Target.Root, "link"), _desk.Blog.Folder);
        foreach (var path in new[] { _desk.Blog.Folder, Path.Combine(_desk.Blog.Folder, "media", "x"), Path.Combine(_desk.Target.Root, "link", "x") })
        {
            Assert.Contains("is inside the blog's own data folder", await RefusalAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_target_that_is_a_file_or_cannot_be_written_to_is_refused()
    {
        var file = _desk.Target.Write("file", "x");

        Assert.Contains("is a file; wanted a folder", await RefusalAsync(file), StringComparison.Ordinal);
        Assert.Contains("cannot be written to", await RefusalAsync(Path.Combine(file, "inside")), StringComparison.Ordinal);
        Assert.Contains("cannot be written to", await RefusalAsync("/proc/runrecovery"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_through_a_link_or_over_a_folder()
    {
        _desk.Content.Write("posts/a.md", Easy);
        _desk.Content.Write("tips/b.md", Easy.Replace("urn:1", "urn:2", StringComparison.Ordinal));
        await _desk.Import();
        var elsewhere = Directory.CreateDirectory(Path.Combine(_desk.Content.Root, "elsewhere")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(_desk.Target.Root, "posts"), elsewhere);
        Directory.CreateDirectory(Path.Combine(_desk.Target.Root, "tips/b.md"));

        var report = await _desk.Export();

        Assert.Equal(["posts/a.md", "tips/b.md"], report.Problems.Select(p => p.Path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task A_text_that_no_file_can_hold_is_a_problem()
    {
        await _desk.Blog.Save(BlogDatabase.APost("long") with { Description = new string('x', 70_000) });

        Assert.Contains("the header has more than 65,536 bytes", Assert.Single((await _desk.Export()).Problems).Reason, StringComparison.Ordinal);
    }

    private async Task<string> RefusalAsync(string path) => (await Assert.ThrowsAsync<ContentRefusedException>(() => _desk.Export(path))).Message;
}
