using System.Net;
using Markdig.Helpers;
using Markdig.Syntax;

namespace RunRecovery.Core.Rendering;

/// <summary><c>&lt;!--more--&gt;</c> on a line of its own, in any case, with an optional label.</summary>
internal static class MoreDivider
{
    /// <summary>Replaces the first divider by an element that survives hygiene, and drops the others.</summary>
    public static void Mark(MarkdownDocument document)
    {
        var dividers = document.OfType<HtmlBlock>().Where(b => b.Type == HtmlBlockType.Comment && Label(b.Lines.ToString()) is not null).ToList();
        foreach (var comment in dividers)
        {
            document[document.IndexOf(comment)] = Element(comment == dividers[0] ? Label(comment.Lines.ToString()) : null, comment);
        }
    }

    /// <summary>Null when the comment is no divider.</summary>
    private static string? Label(string comment)
    {
        var inside = comment.Trim();
        if (!inside.StartsWith("<!--", StringComparison.Ordinal) || !inside.EndsWith("-->", StringComparison.Ordinal) || inside.Length < 7)
        {
            return null;
        }

        inside = inside[4..^3].Trim();
        return inside.StartsWith("more", StringComparison.OrdinalIgnoreCase) && (inside.Length == 4 || char.IsWhiteSpace(inside[4])) ? inside[4..].Trim() : null;
    }

    private static HtmlBlock Element(string? label, HtmlBlock comment) => new(null)
    {
        Line = comment.Line,
        Type = HtmlBlockType.NonInterruptingBlock,
        Lines = new StringLineGroup(label is null ? "" : $"<{HtmlHygiene.Divider} title=\"{WebUtility.HtmlEncode(label)}\"></{HtmlHygiene.Divider}>"),
    };
}
