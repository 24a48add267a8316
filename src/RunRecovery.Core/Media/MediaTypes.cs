using System.Text;

namespace RunRecovery.Core.Media;

/// <summary>Which files are media, by their ending, and how their content must begin.</summary>
public static class MediaTypes
{
    public const string Allowed = "png, jpg, gif, webp, avif, mp4, webm, mp3, m4a, ogg, vtt, txt, pdf";

    private static readonly Dictionary<string, MediaType> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = new("image/png", b => Begins(b, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)),
        [".jpg"] = new("image/jpeg", b => Begins(b, 0xFF, 0xD8, 0xFF)),
        [".jpeg"] = new("image/jpeg", b => Begins(b, 0xFF, 0xD8, 0xFF)),
        [".gif"] = new("image/gif", b => Says(b, 0, "GIF8")),
        [".webp"] = new("image/webp", b => Says(b, 0, "RIFF") && Says(b, 8, "WEBP")),
        [".avif"] = new("image/avif", b => Says(b, 4, "ftypavif") || Says(b, 4, "ftypavis")),
        [".mp4"] = new("video/mp4", b => Says(b, 4, "ftyp")),
        [".webm"] = new("video/webm", b => Begins(b, 0x1A, 0x45, 0xDF, 0xA3)),
        [".mp3"] = new("audio/mpeg", b => Says(b, 0, "ID3") || Begins(b, 0xFF, 0xFB) || Begins(b, 0xFF, 0xF3)),
        [".m4a"] = new("audio/mp4", b => Says(b, 4, "ftyp")),
        [".ogg"] = new("audio/ogg", b => Says(b, 0, "OggS")),
        [".vtt"] = new("text/vtt", b => Says(b, 0, "WEBVTT")),
        [".txt"] = new("text/plain", b => !b.Contains((byte)0)),
        [".pdf"] = new("application/pdf", b => Says(b, 0, "%PDF-")),
    };

    /// <summary>Null: not a kind of file that is served.</summary>
    public static MediaType? Of(string path) => ByEnding.GetValueOrDefault(Path.GetExtension(path));

    private static bool Begins(ReadOnlySpan<byte> bytes, params ReadOnlySpan<byte> magic) => bytes.StartsWith(magic);

    private static bool Says(ReadOnlySpan<byte> bytes, int at, string word) =>
        bytes.Length >= at + word.Length && bytes[at..(at + word.Length)].SequenceEqual(Encoding.ASCII.GetBytes(word));
}

/// <param name="Matches">Whether the first bytes of a file are those of this type.</param>
public sealed record MediaType(string ContentType, MediaType.Magic Matches)
{
    public delegate bool Magic(ReadOnlySpan<byte> beginning);

    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}
