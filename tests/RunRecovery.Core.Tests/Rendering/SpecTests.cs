using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Tests.Rendering;

/// <summary>The specification is the test: each Markdown file beside the HTML it must become, those that begin with <c>feed-</c> in a feed.</summary>
public sealed class SpecTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Rendering", "Specs");
    private readonly MarkdownRenderer _renderer = new();

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Markdown_becomes_the_html_beside_it(string name)
    {
        var context = name.StartsWith("feed-", StringComparison.Ordinal) ? Surrounding.Of() with { FeedBase = new Uri("https://blog.example/") } : Surrounding.Of();

        var html = _renderer.Render(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.md")), context).Html;

        Assert.Equal((await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.html"))).Trim(), html);
    }
}
