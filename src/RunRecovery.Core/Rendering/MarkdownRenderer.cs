using Ganss.Xss;
using Markdig;

namespace RunRecovery.Core.Rendering;

/// <summary>The only user of Markdig: makes HTML for pages, feeds, teasers and previews alike. Safe to share between threads.</summary>
public sealed class MarkdownRenderer
{
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build();

    /// <exception cref="RenderRefusedException">The text cannot be rendered within the budget.</exception>
    public RenderedText Render(string markdown, RenderContext context)
    {
        var html = new HtmlSanitizer().Sanitize(Markdown.ToHtml(markdown, _pipeline));
        return new RenderedText
        {
            Html = html,
            Teaser = new Teaser(html, IsCut: false, MoreLabel: null),
            Excerpt = Markdown.ToPlainText(markdown),
            WordCount = markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
            Links = [],
            Images = [],
            Headings = [],
        };
    }
}
