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
        if (end < 2 || text[end] != ']'
            || !processor.Document.TryGetLinkReferenceDefinition(text[..end].ToString(), out var definition) || definition is not FootnoteLinkReferenceDefinition)
        {
            return false;
        }

        processor.Inline = definition.CreateLinkInline!(processor, definition, null);
        slice.Start += end + 2;
        return true;
    }
}
