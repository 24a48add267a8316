using System.Text.RegularExpressions;

namespace RunRecovery.Core.Content;

/// <summary>The lines of a text that are no code.</summary>
internal static partial class MarkdownLines
{
    /// <param name="Number">From 1.</param>
    /// <param name="Start">Where the line begins in the text.</param>
    public readonly record struct MarkdownLine(int Number, int Start, string Text);

    public static IEnumerable<MarkdownLine> OutsideCode(string markdown)
    {
        string? fence = null;
        var number = 0;
        var start = 0;
        foreach (var line in markdown.Split('\n'))
        {
            number++;
            var mark = Fence.Match(line).Groups["marks"].Value;
            if (fence is null && mark.Length > 0)
            {
                fence = mark;
            }
            else if (fence is not null && mark.StartsWith(fence, StringComparison.Ordinal))
            {
                fence = null;
            }
            else if (fence is null)
            {
                yield return new MarkdownLine(number, start, line);
            }

            start += line.Length + 1;
        }
    }

    [GeneratedRegex("^ {0,3}(?<marks>`{3,}|~{3,})")]
    private static partial Regex Fence { get; }
}
