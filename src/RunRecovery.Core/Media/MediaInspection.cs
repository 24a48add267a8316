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

        if ((long)header.Width * header.Height * header.Frames > MaxPixels)
        {
            var frames = header.Frames > 1 ? $" in {header.Frames} frames" : "";
            reason = $"the picture has {header.Width} x {header.Height} pixels{frames}; at most {MaxPixels / 1_000_000} million are allowed.";
            return null;
        }

        if (header.Frames > 1 && type.ContentType != "image/gif")
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
