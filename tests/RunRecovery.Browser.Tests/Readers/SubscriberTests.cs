using System.Globalization;

namespace RunRecovery.Browser.Tests.Readers;

public sealed class SubscriberTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runrecovery-subscribers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_subscriber_is_told_of_each_post_once_whatever_happens_to_it()
    {
        var content = CopyOf(BlogProgram.ShippedContent, Path.Combine(_folder.FullName, "content"));
        await using var blog = await BlogProgram.StartAsync(content);
        var readers = new[] { "rss.xml", "atom.xml" }.SelectMany(feed => new IReader[]
        {
            new Newsboat(Path.Combine(_folder.FullName, $"newsboat-{feed}"), new Uri(blog.Address, feed)),
            new Rss2Email(Path.Combine(_folder.FullName, $"rss2email-{feed}"), new Uri(blog.Address, feed)),
        }).ToList();

        var stored = (await blog.StoredAsync(Core.Posts.PostKind.Post)).Select(post => ReadEntry.Of(post, blog.Address)).ToList();
        foreach (var reader in readers)
        {
            Assert.Equal(stored, await reader.ReloadAsync());
            Assert.Empty(await reader.ReloadAsync());
        }

        Edit(Path.Combine(content, "posts", "the-deload-week.md"), "week", "fortnight");
        await blog.ImportAsync();
        using var browser = new HttpClient { BaseAddress = blog.Address };
        foreach (var reader in readers)
        {
            Assert.Contains("fortnight", await browser.GetStringAsync("/rss.xml"), StringComparison.Ordinal);
            Assert.Empty(await reader.ReloadAsync());
        }

        var yesterday = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(Path.Combine(content, "posts", "new.md"), $"---\ntitle: A new post & its “title”\ndate: {yesterday}\n---\nNew.");
        await blog.ImportAsync();
        foreach (var reader in readers)
        {
            Assert.Equal("A new post & its “title”", Assert.Single(await reader.ReloadAsync()).Title);
            Assert.Empty(await reader.ReloadAsync());
        }
    }

    private static void Edit(string file, string word, string other)
    {
        var text = File.ReadAllText(file);
        var at = text.LastIndexOf(word, StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + other + text[(at + word.Length)..]);
    }

    private static string CopyOf(string folder, string target)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }
}
