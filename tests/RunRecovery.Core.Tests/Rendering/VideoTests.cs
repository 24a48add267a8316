using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Tests.Rendering;

/// <summary>The video that a text's front matter names.</summary>
public sealed class VideoTests
{
    private static readonly PostVideo Film = new("/media/video/film.mp4", "/media/named/poster.png", "/media/named/captions.vtt", "/media/named/said.txt", "PT1M5S");
    private static readonly PostVideo Talk = Film with { Url = "https://youtu.be/abc" };
    private readonly MarkdownRenderer _renderer = new();

    [Fact]
    public void A_text_that_does_not_show_its_video_begins_with_the_player()
    {
        var text = Render(Film, "First words.\n\n<!--more-->\n\nRest.");

        Assert.Equal(
            "<figure><video controls=\"\" preload=\"metadata\" aria-label=\"About legs\" poster=\"/media/named/poster.png?v=0123456789\" width=\"800\" height=\"600\">"
            + "<source src=\"/media/video/film.webm?v=0123456789\" type=\"video/webm\"><source src=\"/media/video/film.mp4?v=0123456789\" type=\"video/mp4\">"
            + "<track kind=\"captions\" src=\"/media/named/captions.vtt?v=0123456789\" srclang=\"en\" label=\"English\"></video>"
            + "<figcaption><a href=\"/media/video/film.mp4\">Watch: About legs</a> · 1:05 · <a href=\"/media/named/said.txt\">Read what it shows</a></figcaption></figure>"
            + "<p>First words.</p>",
            text.Teaser.Html.Trim());
        Assert.StartsWith("<figure><video", text.Html, StringComparison.Ordinal);
        Assert.Equal("First words. Rest.", text.Excerpt);
        Assert.Equal(3, text.WordCount);
    }

    [Theory]
    [InlineData("[Legs](/media/video/film.mp4)")]
    [InlineData("[Legs](/media/video/film.webm)")]
    [InlineData("[Legs](../media/video/film.mp4)")]
    public void Where_the_text_shows_it_the_player_has_what_the_front_matter_names(string line)
    {
        var html = Render(Film, $"First words.\n\n{line}").Html;

        Assert.StartsWith("<p>First words.</p>", html, StringComparison.Ordinal);
        Assert.Single(Occurrences(html, "<video"));
        Assert.Contains("poster=\"/media/named/poster.png?", html, StringComparison.Ordinal);
        Assert.Contains("<track kind=\"captions\" src=\"/media/named/captions.vtt?", html, StringComparison.Ordinal);
        Assert.Contains(">Legs</a> · 1:05 · <a href=\"/media/named/said.txt\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_front_matter_does_not_name_is_found_beside_the_film()
    {
        var html = Render(new PostVideo(Film.Url), "[Legs](/media/video/film.mp4)").Html;

        Assert.Contains("poster=\"/media/video/film.png?", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/media/video/film.vtt?", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/media/video/film.txt\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_film_of_the_text_keeps_its_own_parts()
    {
        var html = Render(Talk, "[Legs](/media/video/film.mp4)").Html;

        Assert.Contains("poster=\"/media/video/film.png?", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/media/video/film.mp4\">Legs</a> · <a href=\"/media/video/film.txt\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_player_written_as_html_shows_the_video() =>
        Assert.Single(Occurrences(Render(Film, "Words.\n\n<video controls src=\"/media/video/film.mp4\"></video>").Html, "<video"));

    [Theory]
    [InlineData("Words.", "https://youtu.be/abc", "Watch on YouTube: About legs")]
    [InlineData("[Legs](https://www.youtube.com/watch?t=1&v=abc)", "https://www.youtube.com/watch?t=1&amp;v=abc", "Watch on YouTube: Legs")]
    [InlineData("<https://youtu.be/abc>", "https://youtu.be/abc", "Watch on YouTube")]
    public void A_hosted_video_is_our_poster_and_a_link_and_asks_nobody_else(string markdown, string address, string words)
    {
        var html = Render(Talk, markdown).Html;

        Assert.Single(Occurrences(html, "<figure>"));
        Assert.Contains($"<figure><a href=\"{address}\"><picture>", html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"/media/named/poster.png?", html, StringComparison.Ordinal);
        Assert.Contains($"<figcaption><a href=\"{address}\">{words}</a> · 1:05 · <a href=\"/media/named/said.txt\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hosted_video_without_a_poster_of_ours_is_a_link() => Assert.Equal(
        "<p class=\"video-link\"><a href=\"https://youtu.be/abc\">Watch on YouTube: About legs</a></p><p>Words.</p>",
        Render(new PostVideo(Talk.Url, "https://img.example/p.jpg"), "Words.").Html);

    [Theory]
    [InlineData("/media/video/film.mp4")]
    [InlineData("https://youtu.be/abc")]
    public void In_a_feed_it_is_a_linked_poster_and_a_link(string url)
    {
        var html = _renderer.Render("Words.", Context(Film with { Url = url }) with { FeedBase = new Uri("https://blog.example/") }).Html;

        var address = new Uri(new Uri("https://blog.example/"), url).AbsoluteUri;
        Assert.StartsWith($"<figure><a href=\"{address}\"><img src=\"https://blog.example/media/named/poster.png\" alt=\"Watch: About legs\"", html, StringComparison.Ordinal);
        Assert.Contains($"<figcaption><a href=\"{address}\">Watch", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<video", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/media/video/none.mp4")]
    [InlineData("/media/charts/sleep.png")]
    [InlineData("/media/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://[broken")]
    [InlineData("")]
    public void What_is_no_video_of_ours_or_of_a_known_host_shows_nothing(string url) =>
        Assert.Equal("<p>Words.</p>", Render(new PostVideo(url, "/media/none.png", "/media/none.vtt", "/media/none.txt", "forty"), "Words.").Html);

    [Fact]
    public void Parts_that_are_not_there_are_left_out()
    {
        var html = Render(new PostVideo("/media/named/lone.mp4", "/media/none.png", "/media/none.vtt", "/media/none.txt", "forty seconds"), "Words.").Html;

        Assert.Equal(
            "<figure><video controls=\"\" preload=\"metadata\" aria-label=\"About legs\"><source src=\"/media/named/lone.mp4?v=0123456789\" type=\"video/mp4\"></video>"
            + "<figcaption><a href=\"/media/named/lone.mp4\">Watch: About legs</a></figcaption></figure><p>Words.</p>", html);
    }

    [Fact]
    public void The_teaser_has_words_beside_the_player()
    {
        var text = Render(Film, $"{string.Join(' ', Enumerable.Repeat("word", 200))}\n\nRest.");

        Assert.Contains("<p>word", text.Teaser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rest", text.Teaser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "English")]
    [InlineData("de-CH", "Deutsch")]
    [InlineData("fr", "français")]
    [InlineData("pt-BR", "português")]
    [InlineData("xq-Zzzz", "xq-Zzzz")]
    [InlineData("no tag", "no tag")]
    public void Captions_are_in_the_language_of_the_text_under_its_own_name(string language, string name)
    {
        var html = _renderer.Render("[Legs](/media/video/film.mp4)", Surrounding.Of() with { Language = language }).Html;

        Assert.Contains($"srclang=\"{language}\" label=\"{name}\"", html, StringComparison.Ordinal);
    }

    private RenderedText Render(PostVideo video, string markdown) => _renderer.Render(markdown, Context(video));

    private static RenderContext Context(PostVideo video) => Surrounding.Of() with { Title = "About legs", Video = video };

    private static IEnumerable<int> Occurrences(string html, string part) => Enumerable.Range(0, html.Length).Where(at => html.AsSpan(at).StartsWith(part, StringComparison.Ordinal));
}
