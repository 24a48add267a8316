using System.Text;

namespace RunRecovery.Core.Media;

/// <summary>Which files are media, by their ending, and how their content must begin.</summary>
public static class MediaTypes
{
    public const string Allowed = "png, jpg, gif, webp, avif, mp4, webm, mp3, m4a, ogg, vtt, txt, pdf";

    /// <summary>The same for a file chooser. Without HEIC on purpose: then an iPhone sends its photos as JPEG.</summary>
    public const string Accept = ".png,.jpg,.jpeg,.gif,.webp,.avif,.mp4,.webm,.mp3,.m4a,.ogg,.vtt,.txt,.pdf";

    private static readonly Dictionary<string, MediaType> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = new("image/png", b => Begins(b, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)),
        [".jpg"] = new("image/jpeg", b => Begins(b, 0xFF, 0xD8, 0xFF)),
        [".jpeg"] = new("image/jpeg", b => Begins(b, 0xFF, 0xD8, 0xFF)),
        [".gif"] = new("image/gif", b => Says(b, 0, "GIF87a") || Says(b, 0, "GIF89a")),
        [".webp"] = new("image/webp", b => Says(b, 0, "RIFF") && Says(b, 8, "WEBP")),
        [".avif"] = new("image/avif", b => Says(b, 4, "ftypavif")),
        [".mp4"] = new("video/mp4", IsFilmOrSound),
        [".webm"] = new("video/webm", b => Begins(b, 0x1A, 0x45, 0xDF, 0xA3) && b.IndexOf("webm"u8) >= 0),
        [".mp3"] = new("audio/mpeg", b => Says(b, 0, "ID3") || IsLayer3(b)),
        [".m4a"] = new("audio/mp4", IsFilmOrSound),
        [".ogg"] = new("audio/ogg", b => Says(b, 0, "OggS")),
        [".vtt"] = new("text/vtt", b => Says(b, 0, "WEBVTT") || (Begins(b, 0xEF, 0xBB, 0xBF) && Says(b, 3, "WEBVTT"))),
        [".txt"] = new("text/plain", b => !b.Contains((byte)0)),
        [".pdf"] = new("application/pdf", b => Says(b, 0, "%PDF-")),
    };

    /// <summary>What phones take photos in and few browsers show: never served, taken as an upload where it can be decoded.</summary>
    public static readonly MediaType Heif = new("image/heif", IsHeif);

    /// <summary>What to do with a file of a kind that is not taken.</summary>
    private static readonly Dictionary<string, string> Advice = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "SVG may carry scripts and is not accepted; export the picture as PNG.",
        [".heic"] = "few browsers show HEIC; save the picture as JPEG.",
        [".heif"] = "few browsers show HEIF; save the picture as JPEG.",
        [".mov"] = "many browsers do not play MOV; save the film as MP4.",
    };

    /// <summary>Null: not a kind of file that is served.</summary>
    public static MediaType? Of(string path) => ByEnding.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>Null: not a kind of file that may be uploaded.</summary>
    public static MediaType? OfUpload(string name) => Path.GetExtension(name).ToLowerInvariant() is ".heic" or ".heif" ? Heif : Of(name);

    public static string WhyNot(string name) =>
        Advice.GetValueOrDefault(Path.GetExtension(name)) ?? $"files of this kind are not accepted; wanted {Allowed}.";

    private static bool IsHeif(ReadOnlySpan<byte> bytes) =>
        Says(bytes, 4, "ftyp") && (Says(bytes, 8, "hei") || Says(bytes, 8, "hev") || Says(bytes, 8, "mif1") || Says(bytes, 8, "msf1"));

    /// <summary>The container of mp4 and m4a also holds pictures, which are none of these.</summary>
    private static bool IsFilmOrSound(ReadOnlySpan<byte> bytes) =>
        Says(bytes, 4, "ftyp") && !(Says(bytes, 8, "avif") || Says(bytes, 8, "avis") || Says(bytes, 8, "hei") || Says(bytes, 8, "mif1"));

    private static bool IsLayer3(ReadOnlySpan<byte> bytes) => bytes is [0xFF, var second, ..] && (second & 0b1110_0110) == 0b1110_0010;

    private static bool Begins(ReadOnlySpan<byte> bytes, params ReadOnlySpan<byte> magic) => bytes.StartsWith(magic);

    private static bool Says(ReadOnlySpan<byte> bytes, int at, string word) =>
        bytes.Length >= at + word.Length && bytes[at..(at + word.Length)].SequenceEqual(Encoding.ASCII.GetBytes(word));
}

/// <param name="Matches">Whether the first bytes of a file are those of this type.</param>
public sealed record MediaType(string ContentType, MediaType.Magic Matches)
{
    public delegate bool Magic(ReadOnlySpan<byte> beginning);

    public MediaKind Kind => KindOf(ContentType);
    public bool IsPicture => Kind == MediaKind.Picture;
    public bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal);

    public static MediaKind KindOf(string contentType) => contentType.Split('/')[0] switch
    {
        "image" => MediaKind.Picture,
        "video" => MediaKind.Film,
        "audio" => MediaKind.Sound,
        _ => MediaKind.File,
    };

    /// <summary>As a browser is told.</summary>
    public string Header => IsText ? $"{ContentType}; charset=utf-8" : ContentType;
}
