using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace RunRecovery.Core.Rendering;

/// <summary>
/// <c>[^a][^b]</c> are two notes. Markdig would take them for a link with the words <c>^a</c>, and the first source would vanish.
/// </summary>
internal sealed class NoteParser : InlineParser
{
    public NoteParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '^')
        {
            return false;
        }

        var text = slice.AsSpan()[1..];
        var end = text.IndexOfAny('[', ']', '\n');
        if (end < 2 || text[end] != ']')
        {
            return false;
        }

        var label = text[..end].ToString();
        if (!processor.Document.TryGetLinkReferenceDefinition(label, out var definition) || definition is not FootnoteLinkReferenceDefinition)
        {
            if (text[(end + 1)..] is not ['(', ..] && !label.Any(char.IsWhiteSpace))
            {
                processor.GetSourcePosition(slice.Start, out var line, out _);
                Missing(processor.Document).Add(new FoundNote(label[1..], line + 1));
            }

            return false;
        }

        processor.Inline = definition.CreateLinkInline!(processor, definition, null);
        slice.Start += end + 2;
        return true;
    }

    /// <summary>References to notes that are nowhere, so that readers see the brackets.</summary>
    public static List<FoundNote> Missing(MarkdownDocument document)
    {
        if (document.GetData(typeof(NoteParser)) is not List<FoundNote> missing)
        {
            document.SetData(typeof(NoteParser), missing = []);
        }

        return missing;
    }
}
