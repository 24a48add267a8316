using RunRecovery.Core.Media;

namespace RunRecovery.Web.Media;

/// <summary>What a script is told about a file that it sent.</summary>
/// <param name="Name">As people may read it.</param>
/// <param name="Markdown">Shows the file, or leads to it.</param>
public sealed record UploadedFile(int Id, string Path, string Address, string Name, string Kind, int? Width, int? Height, string Alt, string Markdown)
{
    /// <param name="alt">The words that came with the file.</param>
    public static UploadedFile Of(MediaItem item, UploadName name, string? alt)
    {
        var words = string.IsNullOrWhiteSpace(alt) ? item.Alt ?? "" : alt.Trim();
        var markdown = MediaMarkdown.Of(item, words.Length > 0 || item.Kind == MediaKind.Picture ? words : name.Words);
        return new UploadedFile(item.Id, item.Path, MediaAddress.Plain(item.Path), name.Shown, item.Kind.ToString().ToLowerInvariant(), item.Width, item.Height, words, markdown);
    }
}
