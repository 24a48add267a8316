using System.Collections.Concurrent;

namespace RunRecovery.Core.Media;

/// <summary>Smaller and lighter copies of pictures, each made once, when it is first asked for.</summary>
public sealed class ImageVariants(MediaFolder folder) : IDisposable
{
    private static readonly Dictionary<string, (string ContentType, int Quality)> Formats = new()
    {
        ["avif"] = ("image/avif", 60),
        ["webp"] = ("image/webp", 82),
        ["png"] = ("image/png", 100),
        ["jpg"] = ("image/jpeg", 82),
    };

    /// <summary>One at a time: making variants must take neither the processor nor the memory from readers.</summary>
    private readonly SemaphoreSlim _making = new(1);

    /// <summary>Hashes of pictures that cannot be decoded, so that nobody can make the server try again and again.</summary>
    private readonly ConcurrentDictionary<string, bool> _broken = [];

    /// <summary>The file of a variant; null when the picture is not offered in this width and format, or cannot be decoded.</summary>
    /// <param name="format">An ending: avif, webp, or that of the original.</param>
    public async Task<string?> GetAsync(MediaItem item, int width, string format, CancellationToken cancel = default)
    {
        if (!IsOffered(item, width, format))
        {
            return null;
        }

        if (width == item.Width && Formats[format].ContentType == item.ContentType)
        {
            return folder.FileOf(item.Path);
        }

        var file = Path.Combine(folder.Variants, $"{MediaFolder.VariantsOf(item.Hash)}-{width}w.{format}");
        if (File.Exists(file))
        {
            return file;
        }

        await _making.WaitAsync(cancel);
        try
        {
            return File.Exists(file) || await Task.Run(() => Make(item, width, format, file), cancel) ? file : null;
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    /// <summary>A GIF may move, so it is only offered as it is.</summary>
    private static bool IsOffered(MediaItem item, int width, string format) =>
        item is { Width: { } original, ContentType: not "image/gif" }
        && MediaAddress.WidthsFor(original).Contains(width)
        && Formats.TryGetValue(format, out var wanted) && (format is "avif" or "webp" || wanted.ContentType == item.ContentType);

    private bool Make(MediaItem item, int width, string format, string file)
    {
        if (_broken.ContainsKey(item.Hash))
        {
            return false;
        }

        var (contentType, quality) = Formats[format];
        if (Libvips.Scale(folder.FileOf(item.Path), width, contentType, quality) is not { } variant)
        {
            _broken[item.Hash] = true;
            return false;
        }

        return MediaFolder.Place(file, to => MediaContent.Write(variant, to));
    }
}
