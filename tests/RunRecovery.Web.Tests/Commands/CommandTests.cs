using RunRecovery.Web.Options;

namespace RunRecovery.Web.Tests.Commands;

/// <summary>Runs the program as its own process, from another folder, the way an author does.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("runrecovery-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_brings_a_folder_in_and_exits_with_1_when_a_file_was_refused()
    {
        Write("mine/posts/good.md", "Text.");
        Write("mine/posts/bad.md", "---\ndate: 2026-02-30\n---\nText.");

        var first = await Run("import", "mine");
        File.Delete(Path.Combine(_folder, "mine/posts/bad.md"));
        var second = await Run("import", "mine");

        Assert.Equal(1, first.ExitCode);
        Assert.StartsWith("1 added, 0 changed, 0 unchanged, 1 refused", first.Output, StringComparison.Ordinal);
        Assert.Contains("posts/bad.md:2: date: wanted a day that exists", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.StartsWith("0 added, 0 changed, 1 unchanged, 0 refused", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_writes_the_blog_back_and_exits_with_1_when_something_could_not_be_written()
    {
        Write("mine/posts/good.md", "Text.");
        await Run("import", "mine");

        var first = await Run("export", "yours");
        var second = await Run("export", "yours");
        Write("yours/posts/good.md", "Somebody else's.");
        var third = await Run("export", "yours");
        var refused = await Run("export", "data/inside");

        // The post, the memory, and the data for recovery of the blog's own content folder.
        var files = 2 + Directory.GetFiles(Path.Combine(HomeFolder.Path, "content", "recovery"), "*.json").Length;
        Assert.Equal((0, $"{files} written, 0 unchanged, 0 removed, 0 problems.\n"), (first.ExitCode, first.Output));
        Assert.Equal((0, $"0 written, {files} unchanged, 0 removed, 0 problems.\n"), (second.ExitCode, second.Output));
        Assert.Equal(1, third.ExitCode);
        Assert.Contains("  posts/good.md: was changed by somebody else; it is left as it is.", third.Output, StringComparison.Ordinal);
        Assert.Equal((1, "'data/inside' is inside the blog's own data folder; wanted a folder elsewhere.\n"), (refused.ExitCode, refused.Error));
    }

    [Fact]
    public async Task Check_names_the_problems_and_makes_no_data_folder()
    {
        Write("mine/posts/a.md", "See [the other](/nowhere).");

        var (exitCode, output, _) = await Run("check", "mine");

        Assert.Equal((1, "posts/a.md:1: the link to '/nowhere' leads nowhere.\n1 texts and 0 media files checked, 1 problems.\n"), (exitCode, output));
        Assert.False(Directory.Exists(Path.Combine(_folder, "data")));
    }

    [Fact]
    public async Task Migrate_creates_the_database()
    {
        Assert.Equal(0, (await Run("migrate")).ExitCode);
        Assert.True(File.Exists(Path.Combine(_folder, "data", "runrecovery.db")));
    }

    [Fact]
    public async Task The_feeds_of_the_shipped_content_keep_every_rule()
    {
        await Run("import", Path.Combine(HomeFolder.Path, "content"));

        var (exitCode, output, _) = await Run("feeds", "check");

        Assert.Matches("^[1-9][0-9]+ feed documents checked, 0 problems.\n$", output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Feeds_check_names_rule_and_entry_and_exits_with_1()
    {
        Write("mine/tips/bold.md", "---\nid: urn:uuid:1\ntitle: Use <b>\nphase: rest\ngrade: weak\nappliesTo: any race\n---\nText.");
        await Run("import", "mine");

        var (exitCode, output, _) = await Run("feeds", "check");

        Assert.Contains("/tips/atom.xml: rule 13: entry \"Use <b>\" (urn:uuid:1): its title holds markup.\n", output, StringComparison.Ordinal);
        Assert.EndsWith("6 feed documents checked, 3 problems.\n", output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    public async Task A_folder_that_does_not_exist_is_said_in_one_line(string command)
    {
        var (exitCode, _, error) = await Run(command, "none");

        Assert.Equal((1, "The content folder 'none' does not exist.\n"), (exitCode, error));
    }

    [Fact]
    public async Task An_unknown_command_is_refused()
    {
        var (exitCode, _, error) = await Run("improt");

        Assert.Equal(1, exitCode);
        Assert.Contains("improt", error, StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private Task<(int ExitCode, string Output, string Error)> Run(params string[] args) => ProgramRun.In(_folder, Path.Combine(_folder, "data"), args);
}
