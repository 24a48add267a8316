using NetVips;

namespace RunRecovery.Core.Media;

/// <summary>What a file really is, judged by its content. Made only for files that may be stored.</summary>
public sealed record MediaInspection(MediaType Type, int? Width, int? Height, bool HasMetadata)
{
    public const long MaxPictureBytes = 25 * 1024 * 1024;
    public const long MaxBytes = 200 * 1024 * 1024;
    public const long MaxPixels = 50_000_000;

    private const int Beginning = 512;
    private static readonly string[] Metadata = ["exif-data", "xmp-data", "iptc-data"];

    /// <summary>Null with a reason when the file may not be stored.</summary>
    public static MediaInspection? Look(string file, string name, out string reason)
    {
        reason = "";
        if (MediaTypes.Of(name) is not { } type)
        {
            reason = Path.GetExtension(name).Equals(".svg", StringComparison.OrdinalIgnoreCase)
                ? "SVG may carry scripts and is not accepted; export the picture as PNG."
                : $"files of this kind are not accepted; wanted {MediaTypes.Allowed}.";
            return null;
        }

        var length = new FileInfo(file).Length;
        var limit = type.IsPicture ? MaxPictureBytes : MaxBytes;
        if (length == 0 || length > limit)
        {
            reason = length == 0 ? "the file is empty." : $"the file has {length / 1024 / 1024} MB; at most {limit / 1024 / 1024} MB are allowed.";
            return null;
        }

        if (!type.Matches(FirstBytes(file)))
        {
            reason = $"the content is not {type.ContentType}, which the name promises{(type.IsPicture ? ": it is no image of that kind" : "")}.";
            return null;
        }

        return type.IsPicture ? Picture(file, type, ref reason) : new MediaInspection(type, null, null, HasMetadata: false);
    }

    /// <summary>Opens only the header: a picture that is too large is refused before it is decoded.</summary>
    private static MediaInspection? Picture(string file, MediaType type, ref string reason)
    {
        try
        {
            using var image = Image.NewFromFile(file, access: Enums.Access.Sequential);
            if ((long)image.Width * image.Height > MaxPixels)
            {
                reason = $"the picture has {image.Width} x {image.Height} pixels; at most {MaxPixels / 1_000_000} million are allowed.";
                return null;
            }

            // Phone cameras turn the picture by a note in the metadata, so what is shown is turned too.
            var isTurned = image.Contains("orientation") && image.Get("orientation") is int and >= 5;
            var (width, height) = isTurned ? (image.Height, image.Width) : (image.Width, image.Height);
            return new MediaInspection(type, width, height, Metadata.Any(image.Contains));
        }
        catch (VipsException)
        {
            reason = "the file is no image, or a broken one.";
            return null;
        }
    }

    private static byte[] FirstBytes(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Beginning];
        return bytes[..stream.ReadAtLeast(bytes, Beginning, throwOnEndOfStream: false)];
    }
}
