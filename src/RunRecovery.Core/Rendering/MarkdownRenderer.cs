using AngleSharp.Dom;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace RunRecovery.Core.Rendering;

/// <summary>The only user of Markdig: makes HTML for pages, feeds, teasers and previews alike. Safe to share between threads.</summary>
public sealed class MarkdownRenderer
{
    private static readonly Lazy<bool> FirstRendered = new(RenderFirst);

    private readonly MarkdownPipeline _pipeline = BlogPipeline.Build();

    /// <exception cref="RenderRefusedException">The text cannot be rendered within the budget.</exception>
    public RenderedText Render(string markdown, RenderContext context)
    {
        Prepare();
        return RenderBudget.Spend(markdown, context.Patience, () => RenderUnbounded(markdown, context));
    }

    /// <summary>Renders a first text, once in a process; see <see cref="FirstText"/>. May be called early, beside other work.</summary>
    public static void Prepare() => _ = FirstRendered.Value;

    private static bool RenderFirst()
    {
        var renderer = new MarkdownRenderer();
        renderer.RenderUnbounded(FirstText.Markdown, FirstText.OnPage);
        renderer.RenderUnbounded(FirstText.Markdown, FirstText.InFeed);
        return true;
    }

    private RenderedText RenderUnbounded(string markdown, RenderContext context)
    {
        var surroundings = new Surroundings(context);
        var document = Markdown.Parse(markdown, _pipeline);
        MoreDivider.Mark(document);
        var body = HtmlHygiene.Clean(Write(document)).Body!;

        Footnotes.Finish(body);
        Headings.Finish(body, withAnchors: context.FeedBase is null);
        var (excerpt, words) = PlainText.Read(body);
        Figures.Finish(body);
        Players.Finish(body, surroundings);
        if (context.FeedBase is not null)
        {
            FeedForm.LinkFilms(body);
        }

        Hyperlinks.Finish(body, surroundings);
        Pictures.Finish(body, surroundings);
        Tables.Finish(body);
        if (context.FeedBase is { } feedBase)
        {
            FeedForm.Finish(body, new Uri(feedBase, context.Address), context.Title);
        }

        var teaser = TeaserCut.Make(body, context);
        return new RenderedText
        {
            Html = body.InnerHtml.Trim(),
            Teaser = teaser,
            Excerpt = excerpt,
            WordCount = words,
            Links = [.. LinksOf(document).Where(l => !l.IsImage).Select(l => new FoundLink(WikiLinkParser.Written(l.Url ?? ""), l.Line + 1, surroundings.Link(l.Url ?? "") is not null, PlainText.Of(l)))],
            Images = [.. LinksOf(document).Where(l => l.IsImage).Select(l => new FoundImage(l.Url ?? "", PlainText.Of(l), l.Line + 1, IsThere(l.Url ?? "", surroundings)))],
            Headings = [.. document.Descendants<HeadingBlock>().Select(h => new FoundHeading(h.Level, PlainText.Of(h.Inline), h.Line + 1))],
            Notes = [.. document.Descendants<Footnote>().Select(n => new FoundNote(n.Label![1..], n.Line + 1))],
            MissingNotes = NoteParser.Missing(document),
        };
    }

    /// <summary>By a writer of its own: those that Markdig keeps for the next text would keep the state in which one was stopped.</summary>
    private string Write(MarkdownDocument document)
    {
        using var html = new BoundedWriter();
        var writer = new HtmlRenderer(html);
        _pipeline.Setup(writer);
        writer.Render(document);
        return html.ToString();
    }

    private static IEnumerable<LinkInline> LinksOf(MarkdownDocument document) => document.Descendants<LinkInline>();

    private static bool IsThere(string source, Surroundings surroundings) => Surroundings.IsElsewhere(source) || surroundings.Media(source) is not null;
}
