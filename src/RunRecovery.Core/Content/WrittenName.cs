using System.Text.RegularExpressions;

namespace RunRecovery.Core.Content;

/// <summary>What a file's name says where its header does not: <c>2026-11-23-my-post</c> is a day, a slug and a title.</summary>
internal sealed partial record WrittenName(string? Day, string Words)
{
    public static WrittenName Of(string name)
    {
        var match = Pattern.Match(name);
        return match.Success ? new WrittenName(match.Groups["day"].Value, match.Groups["words"].Value) : new WrittenName(null, name);
    }

    public string Slug => Posts.Slug.From(Words);

    public string Title
    {
        get
        {
            var words = Words.Contains(' ', StringComparison.Ordinal) ? Words : Words.Replace('-', ' ').Replace('_', ' ').Trim();
            return words.Length == 0 ? Words : char.ToUpperInvariant(words[0]) + words[1..];
        }
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[-_ ](?<words>.+)$")]
    private static partial Regex Pattern { get; }
}
