using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace RunRecovery.Core.Rendering;

/// <summary>Raw HTML is allowed in; unsafe HTML never comes out. What is not on these lists is dropped.</summary>
internal static class HtmlHygiene
{
    /// <summary>The element that stands where the author put the divider.</summary>
    public const string Divider = "more-divider";

    private const int MaxDepth = 256;

    private static readonly HtmlSanitizer Sanitizer = Build();

    /// <summary>Elements that close themselves or that a following one closes: they do not nest.</summary>
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
        { "p", "li", "td", "th", "tr", "dt", "dd", "br", "hr", "img", "input", "source", "track", "wbr", "col", "option", "meta", "link", Divider };

    /// <exception cref="RenderRefusedException">The HTML is nested so deeply that parsing it would take too long.</exception>
    public static IHtmlDocument Clean(string html)
    {
        if (Depth(html) > MaxDepth)
        {
            throw new RenderRefusedException($"text: HTML elements are nested more than {MaxDepth} deep.");
        }

        return Sanitizer.SanitizeDom(html);
    }

    /// <summary>An upper bound, made by counting tags: a parser would already be the problem.</summary>
    private static int Depth(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closing = html[at + 1] == '/';
            var start = closing ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && end - start < 12 && char.IsAsciiLetterOrDigit(html[end]))
            {
                end++;
            }

            if (end == start || Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(html.AsSpan(start, end - start)))
            {
                continue;
            }

            depth = Math.Max(0, depth + (closing ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
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
        sanitizer.HtmlParserFactory = BoundedElements.Parser;
        return sanitizer;
    }
}
