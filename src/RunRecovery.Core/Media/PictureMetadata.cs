using System.Buffers.Binary;
using System.Text;

namespace RunRecovery.Core.Media;

/// <summary>
/// Whether a picture carries more than a picture, such as the place where it was taken, judged by the parts its file is made of. Only known
/// harmless parts are let through: what is unknown, appended or cut off counts as metadata.
/// </summary>
internal static class PictureMetadata
{
    private static readonly HashSet<string> PngChunks =
        ["IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    private static readonly HashSet<string> WebpChunks = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static bool IsIn(ReadOnlySpan<byte> file, string contentType) => !(contentType switch
    {
        "image/png" => IsPlainPng(file),
        "image/jpeg" => IsPlainJpeg(file),
        "image/webp" => IsPlainWebp(file),
        "image/gif" => IsPlainGif(file),
        _ => IsPlainAvif(file),
    });

    private static bool IsPlainPng(ReadOnlySpan<byte> file)
    {
        var rest = After(file, 8);
        while (rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var chunk = Name(rest[4..]);
            if (chunk == "IEND")
            {
                return rest.Length == 12;
            }

            if (length > rest.Length - 12 || !PngChunks.Contains(chunk))
            {
                return false;
            }

            rest = rest[((int)length + 12)..];
        }

        return false;
    }

    private static bool IsPlainJpeg(ReadOnlySpan<byte> file)
    {
        const byte EndOfImage = 0xD9, StartOfScan = 0xDA;
        var rest = After(file, 2);
        while (rest is [0xFF, var marker, ..])
        {
            if (marker == EndOfImage)
            {
                return rest.Length == 2;
            }

            var length = rest.Length < 4 ? int.MaxValue : 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 4 || length > rest.Length || !IsPlainSegment(marker, rest[4..length]))
            {
                return false;
            }

            rest = rest[length..];
            if (marker == StartOfScan)
            {
                rest = rest[ScanLength(rest)..];
            }
        }

        return false;
    }

    private static bool IsPlainSegment(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        // Frames, tables and scans: the picture itself.
        >= 0xC0 and <= 0xDD => true,
        _ => false,
    };

    /// <summary>Compressed pixels go on until a marker that is neither a stuffed byte nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> scan)
    {
        for (var at = 0; at < scan.Length; at += 2)
        {
            var next = scan[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (at + 1 < scan.Length && scan[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return scan.Length;
    }

    private static bool IsPlainWebp(ReadOnlySpan<byte> file)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) != file.Length - 8)
        {
            return false;
        }

        var rest = After(file, 12);
        while (rest.Length >= 8)
        {
            var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var padded = 8 + length + (length & 1);
            if (padded > rest.Length || !WebpChunks.Contains(Name(rest)))
            {
                return false;
            }

            rest = rest[(int)padded..];
        }

        return rest.IsEmpty;
    }

    private static bool IsPlainGif(ReadOnlySpan<byte> file)
    {
        const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B, GraphicControl = 0xF9, Application = 0xFF;
        var rest = file.Length < 13 ? [] : After(file, 13 + ColourTable(file[10]));
        while (!rest.IsEmpty)
        {
            switch (rest)
            {
                case [Trailer, ..]:
                    return rest.Length == 1;
                case [Extension, GraphicControl, ..]:
                case [Extension, Application, 11, ..] when After(rest, 3).StartsWith("NETSCAPE2.0"u8) || After(rest, 3).StartsWith("ANIMEXTS1.0"u8):
                    rest = AfterBlocks(rest[2..]);
                    break;
                case [Image, _, _, _, _, _, _, _, _, var flags, ..]:
                    rest = AfterBlocks(After(rest, 11 + ColourTable(flags)));
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static ReadOnlySpan<byte> AfterBlocks(ReadOnlySpan<byte> blocks)
    {
        while (blocks is [not 0, ..])
        {
            blocks = After(blocks, 1 + blocks[0]);
        }

        return After(blocks, 1);
    }

    private static bool IsPlainAvif(ReadOnlySpan<byte> file)
    {
        var rest = file;
        while (rest.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length < 8 || length > rest.Length)
            {
                return false;
            }

            var box = rest[..(int)length];
            // The list of items in the meta box names Exif, and XMP by its content type.
            if (!(Name(box[4..]) is "ftyp" or "mdat" || (Name(box[4..]) == "meta" && box.IndexOf("Exif"u8) < 0 && box.IndexOf("mime"u8) < 0)))
            {
                return false;
            }

            rest = rest[(int)length..];
        }

        return rest.IsEmpty;
    }

    private static string Name(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes[..4]);

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, int count) => count <= bytes.Length ? bytes[count..] : [];
}
