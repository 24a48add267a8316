using NetVips;

namespace RunRecovery.Core.Media;

/// <summary>The only user of libvips, which decodes and encodes pictures. It is loaded when it is first needed.</summary>
internal static class Libvips
{
    /// <summary>Of pictures stored without their metadata; high, because the variants are made of them.</summary>
    private const int StoredQuality = 88;

    /// <summary>The width alone decides how large a variant is.</summary>
    private const int AnyHeight = 1_000_000;

    static Libvips()
    {
        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
        NativeMemory.KeepSmall();
    }

    /// <summary>Null: no picture, or a broken one.</summary>
    public static PictureHeader? ReadHeader(string file) => IfSound(() =>
    {
        using var image = Image.NewFromFile(file, access: Enums.Access.Sequential);
        // Phone cameras turn the picture by a note in the metadata, so what is shown is turned too.
        var isTurned = image.Contains("orientation") && image.Get("orientation") is int and >= 5;
        var frames = image.Contains("n-pages") && image.Get("n-pages") is int pages ? pages : 1;
        return isTurned ? new PictureHeader(image.Height, image.Width, frames) : new PictureHeader(image.Width, image.Height, frames);
    });

    /// <summary>Writes a picture anew, upright, with its colour profile and nothing else beside the picture. False: it is broken.</summary>
    public static bool SaveClean(string source, string target, string contentType) => IfSound(() =>
    {
        var everyFrame = contentType == "image/gif" ? new VOption { { "n", -1 } } : null;
        using var image = Image.NewFromFile(source, failOn: Enums.FailOn.Error, kwargs: everyFrame);
        using var upright = image.Autorot();
        Write(upright, target, contentType, StoredQuality, Enums.ForeignKeep.Icc);
        return true;
    });

    /// <summary>Writes a picture in another width and type, in the colours that every screen has. False: it is broken.</summary>
    public static bool SaveScaled(string source, int width, string target, string contentType, int quality) => IfSound(() =>
    {
        using var small = Image.Thumbnail(source, width, AnyHeight, Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        Write(small, target, contentType, quality, Enums.ForeignKeep.None);
        return true;
    });

    private static void Write(Image image, string file, string contentType, int quality, Enums.ForeignKeep keep)
    {
        switch (contentType)
        {
            case "image/jpeg":
                image.Jpegsave(file, quality, optimizeCoding: true, keep: keep);
                break;
            case "image/webp":
                image.Webpsave(file, quality, smartSubsample: true, keep: keep);
                break;
            case "image/avif":
                // Full colour resolution, because charts have thin text on flat colours. Effort 1 shows ripples there, 4 takes six times as long as 2.
                image.Heifsave(file, quality, bitdepth: 8, compression: Enums.ForeignHeifCompression.Av1, effort: 2, subsampleMode: Enums.ForeignSubsample.Off, keep: keep);
                break;
            case "image/png":
                image.Pngsave(file, palette: image.Contains("palette"), keep: keep);
                break;
            default:
                image.Gifsave(file, keep: keep);
                break;
        }
    }

    private static T? IfSound<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (VipsException)
        {
            return default;
        }
        finally
        {
            NativeMemory.GiveBack();
        }
    }
}

/// <param name="Width">Pixels, as shown.</param>
internal sealed record PictureHeader(int Width, int Height, int Frames);
