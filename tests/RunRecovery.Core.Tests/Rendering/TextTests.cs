using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Tests.Rendering;

public sealed class TextTests
{
    private const string Long = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty.";
    private readonly MarkdownRenderer _renderer = new();

    [Fact]
    public void The_divider_cuts_the_teaser_and_never_shows()
    {
        var text = Render("Before.[^1]\n\n## Part\n\n- [a][b]\n\n<!-- More What helped me -->\n\nAfter.\n\n[b]: /tips\n[^1]: Note.");

        Assert.Equal("What helped me", text.Teaser.MoreLabel);
        Assert.True(text.Teaser.IsCut);
        Assert.Contains("<h3>Part</h3>", text.Teaser.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/tips\"", text.Teaser.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/posts/this#fn:1\"", text.Teaser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("After", text.Teaser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("more", text.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("id=", text.Teaser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_is_the_teaser_where_there_is_no_divider()
    {
        var text = _renderer.Render("Whole text.", Surrounding.Of() with { Summary = "In short & good" });

        Assert.Equal("<p>In short &amp; good</p>", text.Teaser.Html);
    }

    [Fact]
    public void Without_both_the_first_blocks_are_the_teaser_cut_between_blocks()
    {
        var text = Render(string.Join("\n\n", Enumerable.Repeat(Long, 3)) + "\n\n## Heading\n\n" + string.Join("\n\n", Enumerable.Repeat(Long, 6)));

        Assert.True(text.Teaser.IsCut);
        Assert.EndsWith("</p>", text.Teaser.Html, StringComparison.Ordinal);
        Assert.InRange(text.Teaser.Html.Split(' ').Length, 60, 145);
    }

    [Fact]
    public void A_short_text_is_its_own_teaser() => Assert.False(Render("Short.").Teaser.IsCut);

    [Fact]
    public void The_excerpt_is_plain_and_cut_between_words()
    {
        var excerpt = Render($"## Title\n\n**{Long}**[^1] {Long}\n\n{Long}\n\n[^1]: Note.").Excerpt;

        Assert.StartsWith("One two", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt, StringComparison.Ordinal);
        Assert.True(excerpt.Length <= 200);
    }

    [Fact]
    public void Links_pictures_and_headings_are_told_with_their_lines()
    {
        var text = Render("# One\n\n[x](missing.md) and\n[y](other.md)\n\n![](/media/none.png)");

        Assert.Equal([new FoundLink("missing.md", 3, false, "x"), new FoundLink("other.md", 4, true, "y")], text.Links);
        Assert.Equal([new FoundImage("/media/none.png", "", 6, false)], text.Images);
        Assert.Equal([new FoundHeading(1, "One", 1)], text.Headings);
    }

    [Fact]
    public void A_picture_beside_its_text_is_found()
    {
        var html = _renderer.Render("![Here](here.jpg)", Surrounding.Of("posts/bundle")).Html;

        Assert.Contains("/media/posts/bundle/here.jpg", html, StringComparison.Ordinal);
        Assert.Contains("width=\"640\" height=\"480\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_feed_every_address_is_absolute_and_no_class_remains()
    {
        var html = _renderer.Render(
            "[a](/tips) [b](#part)[^1]\n\n![Bars](/media/charts/sleep.png \"Sleep\")\n\n> [!TIP]\n> Sleep.\n\n- [x] done\n\n[Film](/media/video/film.mp4)\n\n<!--more-->\n\n## Part\n\n[^1]: Note.",
            Surrounding.Of() with { FeedBase = new Uri("https://blog.example/") }).Html;

        Assert.DoesNotContain("href=\"/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<video", html, StringComparison.Ordinal);
        Assert.DoesNotContain("more-divider", html, StringComparison.Ordinal);
        Assert.Contains("https://blog.example/posts/this#part", html, StringComparison.Ordinal);
        Assert.Contains("src=\"https://blog.example/media/charts/sleep.png\"", html, StringComparison.Ordinal);
        Assert.Matches(@"<blockquote>\s*<p><strong>Tip</strong></p>", html);
        Assert.Contains("☑", html, StringComparison.Ordinal);
    }

    private RenderedText Render(string markdown) => _renderer.Render(markdown, Surrounding.Of());
}
