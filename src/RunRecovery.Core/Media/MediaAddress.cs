namespace RunRecovery.Core.Media;

/// <summary>The addresses of media files and of the variants of pictures, spelled once.</summary>
public static class MediaAddress
{
    public const string Root = "/media/";

    private static readonly int[] Widths = [480, 800, 1200, 1600];

    /// <summary>The file itself. The version lets it be cached for ever: another content has another address.</summary>
    public static string Of(MediaItem item) => $"{Plain(item.Path)}?v={Version(item)}";

    /// <summary>The file's lasting address, for whoever links to it from outside.</summary>
    public static string Plain(string path) => Root + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A picture, scaled to <paramref name="width"/> pixels. <paramref name="format"/> is <c>avif</c>, <c>webp</c>, or the original's ending.</summary>
    public static string Variant(MediaItem item, int width, string format) => $"{Plain(item.Path)}/{width}w.{format}?v={Version(item)}";

    /// <summary>A small picture of an item; null: it is no picture.</summary>
    public static string? Thumbnail(MediaItem item) => item switch
    {
        { Kind: not MediaKind.Picture } or { Width: null } => null,
        // It may move, and has no variants.
        { ContentType: "image/gif" } => Of(item),
        // AVIF, because those are made ahead.
        _ => Variant(item, WidthsFor(item.Width.Value)[0], "avif"),
    };

    /// <summary>The widths in pixels in which a picture is offered, smallest first, never wider than the original.</summary>
    public static IReadOnlyList<int> WidthsFor(int originalWidth) =>
        [.. Widths.Where(w => w < originalWidth), .. originalWidth <= Widths[^1] ? new[] { originalWidth } : []];

    /// <summary>Changes with the content.</summary>
    public static string Version(MediaItem item) => item.Hash[..10];
}
