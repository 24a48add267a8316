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

    /// <summary>The picture written anew, upright, with its colour profile and nothing else beside the picture. Null: it is broken.</summary>
    /// <param name="sourceType">What the file is now.</param>
    public static byte[]? Clean(string source, string sourceType, string contentType) => IfSound(() =>
    {
        var everyFrame = sourceType == "image/gif" && contentType == "image/gif" ? new VOption { { "n", -1 } } : null;
        using var image = Image.NewFromFile(source, failOn: Enums.FailOn.Error, kwargs: everyFrame);
        using var upright = image.Autorot();
        return Write(upright, contentType, StoredQuality, Enums.ForeignKeep.Icc);
    });

    /// <summary>The picture in another width and type, in the colours that every screen has. Null: it is broken.</summary>
    public static byte[]? Scale(string source, int width, string contentType, int quality) => IfSound(() =>
    {
        using var small = Image.Thumbnail(source, width, AnyHeight, Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        return Write(small, contentType, quality, Enums.ForeignKeep.None);
    });

    /// <summary>Into memory: were it written to the disk here, a full one would look like a broken picture.</summary>
    private static byte[] Write(Image image, string contentType, int quality, Enums.ForeignKeep keep) => contentType switch
    {
        "image/jpeg" => image.JpegsaveBuffer(quality, optimizeCoding: true, keep: keep),
        "image/webp" => image.WebpsaveBuffer(quality, smartSubsample: true, keep: keep),
        // Full colour resolution, because charts have thin text on flat colours. Effort 1 shows ripples there, 4 takes six times as long as 2.
        "image/avif" => image.HeifsaveBuffer(quality, bitdepth: 8, compression: Enums.ForeignHeifCompression.Av1, effort: 2, subsampleMode: Enums.ForeignSubsample.Off, keep: keep),
        "image/png" => image.PngsaveBuffer(palette: image.Contains("palette"), keep: keep),
        _ => image.GifsaveBuffer(keep: keep),
    };

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
