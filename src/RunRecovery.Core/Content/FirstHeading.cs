using System.Text.RegularExpressions;

namespace RunRecovery.Core.Content;

/// <summary>The first <c>#</c> heading of a text, which is its title when the header has none.</summary>
internal static partial class FirstHeading
{
    /// <summary>The heading's line as Markdown, and the text with that line empty; null when there is none outside code.</summary>
    public static (string Heading, string Remaining)? Find(string body)
    {
        string? fence = null;
        foreach (Match line in Line.Matches(body))
        {
            var mark = Fence.Match(line.Value);
            if (fence is null && mark.Success)
            {
                fence = mark.Groups["marks"].Value;
            }
            else if (fence is not null && mark.Success && mark.Groups["marks"].Value.StartsWith(fence, StringComparison.Ordinal))
            {
                fence = null;
            }
            else if (fence is null && Heading.IsMatch(line.Value))
            {
                return (line.Value.Trim(), body.Remove(line.Index, line.Length));
            }
        }

        return null;
    }

    [GeneratedRegex("^.*$", RegexOptions.Multiline)]
    private static partial Regex Line { get; }

    [GeneratedRegex("^ {0,3}(?<marks>`{3,}|~{3,})")]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^ {0,3}#[ \t]+[^\s#]")]
    private static partial Regex Heading { get; }
}
