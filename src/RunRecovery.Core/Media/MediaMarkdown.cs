using System.Text.RegularExpressions;

namespace RunRecovery.Core.Media;

/// <summary>What an author writes to show a file or to lead to it.</summary>
public static partial class MediaMarkdown
{
    /// <param name="words">What a picture shows, or what a link to the file says. A line that holds only a link to a film becomes its player.</param>
    public static string Of(MediaItem item, string words) =>
        $"{(item.Kind == MediaKind.Picture ? "!" : "")}[{Plain(words)}]({MediaAddress.Plain(item.Path)})";

    /// <summary>No word becomes markup.</summary>
    private static string Plain(string words) => Special().Replace(Spaces().Replace(words, " ").Trim(), "\\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>&~$^|]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
