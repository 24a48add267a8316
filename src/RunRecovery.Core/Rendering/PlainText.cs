using System.Text;
using AngleSharp.Dom;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace RunRecovery.Core.Rendering;

internal static class PlainText
{
    private const int ExcerptLength = 200;

    /// <summary>The beginning of the text, cut between words, and the number of its words; without notes.</summary>
    public static (string Excerpt, int Words) Read(IElement body)
    {
        var excerpt = new StringBuilder();
        var words = 0;
        foreach (var block in body.Children.Where(b => !b.ClassList.Contains(Footnotes.Class)))
        {
            words += Words(block.TextContent).Length;
            if (excerpt.Length <= ExcerptLength && block.LocalName is "p" or "ul" or "ol" or "dl")
            {
                var copy = (IElement)block.Clone();
                foreach (var reference in copy.QuerySelectorAll(".footnote-ref").ToList())
                {
                    reference.Remove();
                }

                excerpt.AppendJoin(' ', Words(copy.TextContent)).Append(' ');
            }
        }

        return (Cut(excerpt.ToString().Trim()), words);
    }

    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static string Of(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.Descendants().Select(i => i switch { LiteralInline l => l.Content.ToString(), CodeInline c => c.Content, LineBreakInline => " ", _ => "" }));

    private static string Cut(string text)
    {
        if (text.Length <= ExcerptLength)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', ExcerptLength - 1);
        return text[..(space > 0 ? space : ExcerptLength - 1)].TrimEnd(',', ';', ':', ' ') + "…";
    }
}
