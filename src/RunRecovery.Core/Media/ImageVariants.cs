using NetVips;

namespace RunRecovery.Core.Media;

/// <summary>Smaller and lighter copies of pictures, each made once, when it is first asked for.</summary>
public sealed class ImageVariants(MediaFolder folder) : IDisposable
{
    /// <summary>One at a time: making variants must not take the server from its readers.</summary>
    private readonly SemaphoreSlim _making = new(1);

    static ImageVariants()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <summary>The file of a variant; null when the picture is not offered in this width and format, or cannot be decoded.</summary>
    public async Task<string?> GetAsync(MediaItem item, int width, string format, CancellationToken cancel = default)
    {
        if (item.Width is not { } original || !MediaAddress.WidthsFor(original).Contains(width) || OptionsFor(format, item) is not { } options)
        {
            return null;
        }

        var file = Path.Combine(folder.Variants, $"{item.Hash[..32]}-{width}w.{format}");
        if (File.Exists(file))
        {
            return file;
        }

        await _making.WaitAsync(cancel);
        try
        {
            return File.Exists(file) || await Task.Run(() => Make(item, width, file, options), cancel) ? file : null;
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    private bool Make(MediaItem item, int width, string file, VOption options)
    {
        var unfinished = Path.Combine(folder.Variants, $".{Guid.NewGuid():N}{Path.GetExtension(file)}");
        Directory.CreateDirectory(folder.Variants);
        try
        {
            using var small = Image.Thumbnail(folder.FileOf(item.Path), width, height: 100_000, size: Enums.Size.Down);
            small.WriteToFile(unfinished, options);
            File.Move(unfinished, file, overwrite: true);
            return true;
        }
        catch (VipsException)
        {
            return false;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static VOption? OptionsFor(string format, MediaItem item) => (format, item.ContentType) switch
    {
        // Charts have thin text on flat colours: full colour resolution keeps it crisp.
        ("avif", not "image/gif") => new() { { "Q", 60 }, { "effort", 2 }, { "subsample_mode", Enums.ForeignSubsample.Off }, { "keep", Enums.ForeignKeep.Icc } },
        ("webp", not "image/gif") => new() { { "Q", 82 }, { "smart_subsample", true }, { "keep", Enums.ForeignKeep.Icc } },
        ("png", "image/png") => new() { { "palette", true }, { "keep", Enums.ForeignKeep.Icc } },
        ("jpg", "image/jpeg") => new() { { "Q", 82 }, { "keep", Enums.ForeignKeep.Icc } },
        _ => null,
    };
}
