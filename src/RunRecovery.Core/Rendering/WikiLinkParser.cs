using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace RunRecovery.Core.Rendering;

/// <summary><c>[[Other post]]</c> and <c>[[Other post|these words]]</c>: links by title.</summary>
internal sealed class WikiLinkParser : InlineParser
{
    /// <summary>Marks the address of a link that names a title, until the title is looked up.</summary>
    public const string Scheme = "title:";

    private const int MaxLength = 300;

    /// <summary>An address as the author wrote it.</summary>
    public static string Written(string address) =>
        address.StartsWith(Scheme, StringComparison.Ordinal) ? $"[[{Uri.UnescapeDataString(address[Scheme.Length..])}]]" : address;

    public WikiLinkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
        {
            return false;
        }

        var text = slice.Text.AsSpan(slice.Start + 2, Math.Min(MaxLength, Math.Max(0, slice.End - slice.Start - 1)));
        var end = text.IndexOf("]]", StringComparison.Ordinal);
        if (end < 1 || text[..end].IndexOfAny('[', ']', '\n') >= 0)
        {
            return false;
        }

        var inside = text[..end].ToString();
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var title = (bar < 0 ? inside : inside[..bar]).Trim();
        processor.GetSourcePosition(slice.Start, out var line, out _);
        var link = new LinkInline(Scheme + Uri.EscapeDataString(title), "") { Line = line, IsClosed = true };
        link.AppendChild(new LiteralInline(bar < 0 ? title : inside[(bar + 1)..].Trim()));
        processor.Inline = link;
        slice.Start += end + 4;
        return true;
    }
}
