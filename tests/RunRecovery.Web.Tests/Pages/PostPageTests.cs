using System.Net;
using static RunRecovery.Web.Tests.BlogApplication;

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

    [Fact]
    public async Task Posts_and_tips_say_when_their_claims_were_last_checked()
    {
        using var blog = new BlogApplication();
        await blog.Save(APost("legs") with { ReviewedOn = new DateOnly(2026, 11, 20), ReviewedBy = "Ada" });
        await blog.Save(ATip("legs") with { ReviewedOn = new DateOnly(2026, 11, 21) });
        await blog.Save(ATip("unchecked"));
        using var browser = blog.Browser();

        Assert.Contains("Health claims last checked on 20 November 2026 by Ada.", await browser.GetStringAsync("/posts/legs"), StringComparison.Ordinal);
        Assert.Contains("Health claims last checked on 21 November 2026.", await browser.GetStringAsync("/tips/legs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Health claims", await browser.GetStringAsync("/tips/unchecked"), StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
