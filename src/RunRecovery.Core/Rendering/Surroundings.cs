using RunRecovery.Core.Media;

namespace RunRecovery.Core.Rendering;

/// <summary>Finds what the links and pictures of one text mean.</summary>
internal sealed class Surroundings(RenderContext context)
{
    public RenderContext Context => context;

    /// <summary>The address for a link as written; null when it names a file or title that does not exist.</summary>
    public string? Link(string written)
    {
        if (written.StartsWith(WikiLinkParser.Scheme, StringComparison.Ordinal))
        {
            return context.FindText(Uri.UnescapeDataString(written[WikiLinkParser.Scheme.Length..]));
        }

        var (path, fragment) = Split(written);
        if (path.Length == 0 || path[0] == '/' || path.Contains(':', StringComparison.Ordinal))
        {
            // Right as it is, and asked for all the same: who listens learns which files a text uses.
            _ = Media(path);
            return written;
        }

        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return ContentPath(path) is { } file && context.FindText(file) is { } address ? address + fragment : null;
        }

        return Media(path) is { } item ? MediaAddress.Of(item) : written;
    }

    /// <summary>Our own media file that an address as written means; null when it is somebody else's or does not exist.</summary>
    public MediaItem? Media(string written) => MediaReference.Find(context.Folder, written, out _) is { } path ? context.FindMedia(path) : null;

    public static bool IsElsewhere(string written) => Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    private string? ContentPath(string relative) => context.Folder is null ? null : MediaReference.Resolve(context.Folder, Uri.UnescapeDataString(relative));

    private static (string Path, string Fragment) Split(string written)
    {
        var hash = written.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? written : written[..hash];
        return (path.Split('?')[0], hash < 0 ? "" : written[hash..]);
    }
}
