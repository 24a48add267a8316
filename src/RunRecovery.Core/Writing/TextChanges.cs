using DiffPlex;
using DiffPlex.Chunkers;

namespace RunRecovery.Core.Writing;

/// <summary>What differs between two texts, word by word.</summary>
public static class TextChanges
{
    /// <summary>Lines of more words, counted with what is between them, are shown as gone and new: the time to compare grows with the square, and nobody would read it.</summary>
    private const int MostWords = 2_000;

    private static readonly DelimiterChunker Words = new([' ', '\t', '\n', '.', ',', ';', ':', '!', '?', '(', ')']);

    /// <summary>The parts of both texts in their order; those that are neither new nor gone are in both.</summary>
    public static IReadOnlyList<TextPart> Between(string before, string after)
    {
        var lines = LineChanges.Between(before, after);
        List<TextPart> parts = [];
        var at = 0;
        foreach (var block in lines.Blocks)
        {
            Add(parts, TextPartKind.Same, lines.Before.Skip(at).Take(block.DeleteStartA - at));
            AddChanged(parts, lines.Before.Skip(block.DeleteStartA).Take(block.DeleteCountA), lines.After.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(parts, TextPartKind.Same, lines.Before.Skip(at));
        return parts;
    }

    private static void AddChanged(List<TextPart> parts, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (gone, come) = (string.Concat(before), string.Concat(after));
        var (old, now) = (Words.Chunk(gone), Words.Chunk(come));
        if (gone.Length == 0 || come.Length == 0 || old.Count + now.Count > MostWords)
        {
            Add(parts, TextPartKind.Gone, [gone]);
            Add(parts, TextPartKind.Inserted, [come]);
            return;
        }

        var at = 0;
        foreach (var block in Differ.Instance.CreateDiffs(gone, come, false, false, Words).DiffBlocks)
        {
            Add(parts, TextPartKind.Same, old.Skip(at).Take(block.DeleteStartA - at));
            Add(parts, TextPartKind.Gone, old.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(parts, TextPartKind.Inserted, now.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(parts, TextPartKind.Same, old.Skip(at));
    }

    private static void Add(List<TextPart> parts, TextPartKind kind, IEnumerable<string> pieces)
    {
        var text = string.Concat(pieces);
        if (text.Length == 0)
        {
            return;
        }

        if (parts is [.., var last] && last.Kind == kind)
        {
            parts[^1] = last with { Text = last.Text + text };
        }
        else
        {
            parts.Add(new TextPart(kind, text));
        }
    }
}

public sealed record TextPart(TextPartKind Kind, string Text);

public enum TextPartKind
{
    Same,
    Gone,
    Inserted,
}
