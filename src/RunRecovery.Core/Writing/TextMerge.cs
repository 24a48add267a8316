using DiffPlex.Model;

namespace RunRecovery.Core.Writing;

/// <summary>Merges two texts that began from the same one, line by line.</summary>
public static class TextMerge
{
    /// <summary>Null: both changed the same lines, or lines that touch, in different ways.</summary>
    public static string? Merge(string start, string theirs, string mine)
    {
        if (theirs == mine || theirs == start)
        {
            return mine;
        }

        if (mine == start)
        {
            return theirs;
        }

        return Weave(LineChanges.Between(start, theirs), LineChanges.Between(start, mine));
    }

    /// <summary>Goes through both lists of changes in the order of the lines they replace.</summary>
    private static string? Weave(LineChanges theirChanges, LineChanges myChanges)
    {
        var (start, theirs, mine) = (theirChanges.Before, theirChanges.Blocks, myChanges.Blocks);
        var (theirLines, myLines) = (theirChanges.After, myChanges.After);
        List<string> merged = [];
        var (at, t, m) = (0, 0, 0);
        while (t < theirs.Count || m < mine.Count)
        {
            var their = t < theirs.Count ? theirs[t] : null;
            var my = m < mine.Count ? mine[m] : null;
            if (their is not null && my is not null && IsSame(their, my, theirLines, myLines))
            {
                (t, m) = (t + 1, m + 1);
            }
            else if (their is not null && my is not null && Touch(their, my))
            {
                return null;
            }
            else if (my is null || (their is not null && their.DeleteStartA < my.DeleteStartA))
            {
                (my, t) = (null, t + 1);
            }
            else
            {
                m++;
            }

            var (change, lines) = my is null ? (their!, theirLines) : (my, myLines);
            merged.AddRange(start.Skip(at).Take(change.DeleteStartA - at));
            merged.AddRange(lines.Skip(change.InsertStartB).Take(change.InsertCountB));
            at = change.DeleteStartA + change.DeleteCountA;
        }

        merged.AddRange(start.Skip(at));
        return string.Concat(merged);
    }

    private static bool IsSame(DiffBlock a, DiffBlock b, IReadOnlyList<string> linesOfA, IReadOnlyList<string> linesOfB) =>
        (a.DeleteStartA, a.DeleteCountA) == (b.DeleteStartA, b.DeleteCountA)
        && linesOfA.Skip(a.InsertStartB).Take(a.InsertCountB).SequenceEqual(linesOfB.Skip(b.InsertStartB).Take(b.InsertCountB));

    /// <summary>Lines that touch belong to one thought: which of two insertions comes first at one place, nobody knows.</summary>
    private static bool Touch(DiffBlock a, DiffBlock b) =>
        a.DeleteStartA <= b.DeleteStartA + b.DeleteCountA && b.DeleteStartA <= a.DeleteStartA + a.DeleteCountA;
}
