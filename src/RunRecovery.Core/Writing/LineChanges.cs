using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace RunRecovery.Core.Writing;

/// <summary>What differs between two texts, line by line. Each block of <paramref name="Blocks"/> is replaced by another one; between them the texts are the same.</summary>
internal sealed record LineChanges(IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<DiffBlock> Blocks)
{
    /// <summary>The time to compare grows with the square of this. Between its first and last change no text that a person edits has as many lines.</summary>
    private const int MostLines = 10_000;

    /// <summary>What is too much to be compared is one change.</summary>
    public static LineChanges Between(string before, string after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        var begin = 0;
        while (begin < old.Count && begin < now.Count && old[begin] == now[begin])
        {
            begin++;
        }

        var end = 0;
        while (end < old.Count - begin && end < now.Count - begin && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var (gone, come) = (old.GetRange(begin, old.Count - begin - end), now.GetRange(begin, now.Count - begin - end));
        return new LineChanges(old, now, (gone.Count, come.Count) switch
        {
            (0, 0) => [],
            (0, _) or (_, 0) => [new DiffBlock(begin, gone.Count, begin, come.Count)],
            _ when gone.Count + come.Count > MostLines => [new DiffBlock(begin, gone.Count, begin, come.Count)],
            _ => [.. Compare(gone, come).Select(b => new DiffBlock(begin + b.DeleteStartA, b.DeleteCountA, begin + b.InsertStartB, b.InsertCountB))],
        });
    }

    private static IList<DiffBlock> Compare(List<string> before, List<string> after) =>
        Differ.Instance.CreateDiffs(string.Concat(before), string.Concat(after), false, false, LineEndingsPreservingChunker.Instance).DiffBlocks;

    private static List<string> LinesOf(string text) => [.. LineEndingsPreservingChunker.Instance.Chunk(text)];
}
