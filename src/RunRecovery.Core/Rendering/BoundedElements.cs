using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RunRecovery.Core.Rendering;

/// <summary>Makes the elements of one document, up to <see cref="RenderBudget.MaxElements"/>.</summary>
internal sealed class BoundedElements : IElementFactory<Document, HtmlElement>
{
    private static readonly IElementFactory<Document, HtmlElement> Unbounded = Configuration.Default.Services.OfType<IElementFactory<Document, HtmlElement>>().Single();

    private int _made;

    /// <summary>A parser for one document.</summary>
    public static HtmlParser Parser() => new(default, BrowsingContext.New(Configuration.Default.WithOnly<IElementFactory<Document, HtmlElement>>(new BoundedElements())));

    public HtmlElement Create(Document document, string localName, string? prefix, NodeFlags flags)
    {
        RenderClock.Look();
        return ++_made <= RenderBudget.MaxElements ? Unbounded.Create(document, localName, prefix!, flags) : throw RenderBudget.TooManyElements;
    }
}
