using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace RunRecovery.Core.Writing;

/// <summary>What differs between two texts, word by word.</summary>
public static class TextChanges
{
    /// <summary>A text of more words is compared line by line: words would take too long and nobody would read them.</summary>
    private const int MostWords = 30_000;

    /// <summary>The parts of both texts in their order; those that are neither new nor gone are in both.</summary>
    public static IReadOnlyList<TextPart> Between(string before, string after)
    {
        DiffPlex.IChunker chunker = before.Length + after.Length > MostWords * 12 ? LineEndingsPreservingChunker.Instance : WordChunker.Instance;
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker).Lines;
        List<TextPart> parts = [];
        foreach (var line in lines.Where(line => line.Text is { Length: > 0 }))
        {
            var kind = line.Type switch { ChangeType.Inserted => TextPartKind.Inserted, ChangeType.Deleted => TextPartKind.Gone, _ => TextPartKind.Same };
            if (parts is [.., var last] && last.Kind == kind)
            {
                parts[^1] = last with { Text = last.Text + line.Text };
            }
            else
            {
                parts.Add(new TextPart(kind, line.Text));
            }
        }

        return parts;
    }
}

public sealed record TextPart(TextPartKind Kind, string Text);

public enum TextPartKind
{
    Same,
    Gone,
    Inserted,
}
