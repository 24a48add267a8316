using System.Text.RegularExpressions;

namespace RunRecovery.Core.Content;

/// <summary>The first <c>#</c> heading of a text, which is its title when the header has none.</summary>
internal static partial class FirstHeading
{
    /// <summary>The heading's line as Markdown, and the text with that line empty; null when there is none outside code.</summary>
    public static (string Heading, string Remaining)? Find(string body)
    {
        var heading = MarkdownLines.OutsideCode(body).FirstOrDefault(line => Heading.IsMatch(line.Text));
        return heading.Text is null ? null : (heading.Text.Trim(), body.Remove(heading.Start, heading.Text.Length));
    }

    [GeneratedRegex(@"^ {0,3}#[ \t]+[^\s#]")]
    private static partial Regex Heading { get; }
}
