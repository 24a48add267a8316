using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Content.Export;

namespace RunRecovery.Web.Tests.Content;

/// <summary>A blog with a history is exported, and imported into an empty database: it is the same blog, byte for byte.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("runrecovery-roundtrip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_blog_with_a_history_is_the_same_after_an_export_and_an_import()
    {
        await using var author = new BlogWithAHistory(Path.Combine(_folder, "content"));
        await author.LiveAsync();
        var (export, again) = (Path.Combine(_folder, "export"), Path.Combine(_folder, "again"));
        var exported = await ExportAsync(author.Blog, export);
        Assert.Equal("", Told(exported));
        Assert.Equal(["Not saved"], exported.Unsaved);

        await using var twin = new BlogApplication { Content = export };
        twin.Clock.SetUtcNow(author.Blog.Clock.GetUtcNow());
        using var _ = twin.Browser();

        await AssertSameAsync(author.Blog, twin);
        var report = await twin.Services.GetRequiredService<ContentImporter>().ImportAsync(export);
        Assert.Matches("^0 added, 0 changed, [1-9][0-9]+ unchanged, 0 refused; media: 0 stored, [1-9][0-9]+ unchanged.$", report.ToString());
        Assert.Equal("", Told(await ExportAsync(twin, again)));
        AssertSameFiles(export, again);
    }

    private static string Told(ExportReport report) => string.Join('\n', report.Problems.Select(p => p.ToString()).Concat(report.Conflicts));

    private static Task<ExportReport> ExportAsync(BlogApplication blog, string path) =>
        blog.Services.GetRequiredService<ContentExporter>().ExportAsync(path, blog.Data, blog.Content.Length == 0 ? null : blog.Content);

    private static async Task AssertSameAsync(BlogApplication blog, BlogApplication twin)
    {
        var also = await Visit.FormerAsync(blog);
        var (one, other) = (await Visit.AllAsync(blog, also), await Visit.AllAsync(twin, also));
        Assert.True(one.Count > 300, $"only {one.Count} addresses");
        Assert.Equal(one.Keys, other.Keys);
        foreach (var (address, answer) in one)
        {
            Assert.Equal((address, answer.Status, answer.Location, answer.Tag), (address, other[address].Status, other[address].Location, other[address].Tag));
            if (!answer.Body.AsSpan().SequenceEqual(other[address].Body))
            {
                Assert.Equal($"{address}\n{answer.Text}", $"{address}\n{other[address].Text}");
            }
        }

        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.MovedPermanently, HttpStatusCode.Gone, HttpStatusCode.NotFound })
        {
            Assert.Contains(one.Values, answer => answer.Status == status);
        }
    }

    private static void AssertSameFiles(string one, string other)
    {
        Assert.Equal(FilesIn(one), FilesIn(other));
        foreach (var path in FilesIn(one).OrderBy(path => path == "SHA256SUMS"))
        {
            Assert.Equal($"{path}\n{File.ReadAllText(Path.Combine(one, path))}", $"{path}\n{File.ReadAllText(Path.Combine(other, path))}");
        }
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
