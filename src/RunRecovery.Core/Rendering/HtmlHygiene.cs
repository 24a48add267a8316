using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace RunRecovery.Core.Rendering;

/// <summary>Raw HTML is allowed in; unsafe HTML never comes out. What is not on these lists is dropped.</summary>
internal static class HtmlHygiene
{
    /// <summary>The element that stands where the author put the divider.</summary>
    public const string Divider = "more-divider";

    /// <summary>Deeper, whatever walks the document by calling itself may run out of stack, which ends the process.</summary>
    private const int MaxDepth = 512;

    private static readonly HtmlSanitizer Sanitizer = Build();

    /// <exception cref="RenderRefusedException">The HTML is nested too deeply.</exception>
    public static IHtmlDocument Clean(string html)
    {
        // The parser does not call itself; all that follows does.
        var document = BoundedElements.Parser().ParseDocument($"<!doctype html><html><body>{html}");
        if (IsDeeperThan(document.Body!, MaxDepth))
        {
            throw new RenderRefusedException($"text: HTML elements are nested more than {MaxDepth} deep.");
        }

        return Sanitizer.SanitizeDom(document, document.Body as IHtmlElement);
    }

    private static bool IsDeeperThan(IElement body, int depth)
    {
        var level = new List<IElement> { body };
        for (var deep = 0; level.Count > 0; deep++)
        {
            if (deep > depth)
            {
                return true;
            }

            level = [.. level.SelectMany(element => element.ChildNodes.OfType<IElement>())];
        }

        return false;
    }

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "a", "abbr", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl",
                "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s",
                "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video",
                "source", "wbr", Divider,
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "alt", "abbr", "checked", "cite", "class", "colspan", "controls", "datetime", "dir", "disabled", "headers", "height", "href", "id", "kind", "label", "lang", "loop",
                "muted", "open", "poster", "reversed", "rowspan", "scope", "span", "src", "srclang", "start", "title", "type", "value", "width",
            },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "title" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "cite", "href", "poster", "src" },
            AllowedClasses = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "footnotes", "footnote-ref", "footnote-back-ref", "task-list-item", "contains-task-list", "markdown-alert", "markdown-alert-title",
                "markdown-alert-note", "markdown-alert-tip", "markdown-alert-important", "markdown-alert-warning", "markdown-alert-caution",
            },
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        });
        sanitizer.AllowDataAttributes = false;
        return sanitizer;
    }
}
