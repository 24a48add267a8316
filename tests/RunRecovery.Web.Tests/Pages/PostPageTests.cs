using System.Net;

namespace RunRecovery.Web.Tests.Pages;

public sealed class PostPageTests : IDisposable
{
    private readonly string _content = Directory.CreateTempSubdirectory("runrecovery-pages-").FullName;

    public void Dispose() => Directory.Delete(_content, recursive: true);

    [Theory]
    [InlineData("posts", "lang: fr\n", "srclang=\"fr\" label=\"français\"")]
    [InlineData("posts", "", "srclang=\"de-CH\" label=\"Deutsch\"")]
    [InlineData("tips", "", "srclang=\"de-CH\" label=\"Deutsch\"")]
    public async Task The_video_of_a_text_speaks_its_language_else_the_sites(string folder, string language, string track)
    {
        Write("media/film.mp4", "\0\0\0\u0018ftypisom\0\0\0\0");
        Write("media/film.vtt", "WEBVTT\n");
        Write($"{folder}/legs.md", $"---\ntitle: Legs\ndate: 2026-11-23\nvideo: /media/film.mp4\n{language}---\nWords.");
        using var blog = new BlogApplication { Content = _content };
        using var browser = blog.WithWebHostBuilder(host => host.UseSetting("Site:Language", "de-CH")).CreateClient();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/{folder}/legs"));

        Assert.Contains("<video controls=\"\" preload=\"metadata\" aria-label=\"Legs\">", page, StringComparison.Ordinal);
        Assert.Contains(track, page, StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
