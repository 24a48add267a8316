using System.Text;

namespace RunRecovery.Core.Media;

/// <summary>What a file really is, judged by its content. Made only for files that may be stored.</summary>
/// <param name="HasMetadata">The picture carries more than a picture: it may be stored only without.</param>
public sealed record MediaInspection(MediaType Type, int? Width, int? Height, bool HasMetadata)
{
    public const long MaxPictureBytes = 25 * 1024 * 1024;
    public const long MaxBytes = 200 * 1024 * 1024;

    /// <summary>Of all frames together.</summary>
    public const long MaxPixels = 50_000_000;

    private const int Beginning = 512;

    /// <summary>Null with a reason when the file may not be stored.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MediaInspection? Look(string file, string name, out string reason) => Look(file, name, MediaTypes.Of(name), out reason);

    /// <summary>The same for a file that is written anew before it is stored, and so may be of a kind that is not served.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MediaInspection? LookAtUpload(string file, string name, out string reason) => Look(file, name, MediaTypes.OfUpload(name), out reason);

    public static long LimitOf(MediaType type) => type.IsPicture ? MaxPictureBytes : MaxBytes;

    private static MediaInspection? Look(string file, string name, MediaType? found, out string reason)
    {
        reason = "";
        if (found is not { } type)
        {
            reason = MediaTypes.WhyNot(name);
            return null;
        }

        var length = new FileInfo(file).Length;
        var limit = LimitOf(type);
        if (length == 0 || length > limit)
        {
            reason = length == 0 ? "the file is empty." : $"the file has {length / 1024.0 / 1024:0.0} MB; at most {limit / 1024 / 1024} MB are allowed.";
            return null;
        }

        if (!type.Matches(FirstBytes(file)) || (type.IsText && !IsUtf8(file)))
        {
            reason = $"the content is not {type.ContentType}{(type.IsText ? " in UTF-8" : "")}, which the name promises{(type.IsPicture ? ": it is no image of that kind" : "")}.";
            return null;
        }

        return type.IsPicture ? Picture(file, type, ref reason) : new MediaInspection(type, null, null, HasMetadata: false);
    }

    /// <summary>Opens only the header: a picture that is too large is refused before it is decoded.</summary>
    private static MediaInspection? Picture(string file, MediaType type, ref string reason)
    {
        if (Libvips.ReadHeader(file) is not { } header)
        {
            reason = "the file is no image, or a broken one.";
            return null;
        }

        // A HEIF holds several pictures, of which one is the photo; only that is decoded.
        var frameCount = type == MediaTypes.Heif ? 1 : header.Frames;
        if ((long)header.Width * header.Height * frameCount > MaxPixels)
        {
            var frames = frameCount > 1 ? $" in {frameCount} frames" : "";
            reason = $"the picture has {header.Width} x {header.Height} pixels{frames}; at most {MaxPixels / 1_000_000} million are allowed.";
            return null;
        }

        if (frameCount > 1 && type.ContentType != "image/gif")
        {
            reason = "the picture moves, which its smaller copies would not; save it as a short film (mp4, webm) or as GIF.";
            return null;
        }

        return new MediaInspection(type, header.Width, header.Height, PictureMetadata.IsIn(File.ReadAllBytes(file), type.ContentType));
    }

    private static byte[] FirstBytes(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Beginning];
        return bytes[..stream.ReadAtLeast(bytes, Beginning, throwOnEndOfStream: false)];
    }

    private static bool IsUtf8(string file)
    {
        using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        var characters = new char[4096];
        try
        {
            for (int count; (count = text.Read(characters)) > 0;)
            {
                if (characters.AsSpan(0, count).Contains('\0'))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
