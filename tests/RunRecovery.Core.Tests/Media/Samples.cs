using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace RunRecovery.Core.Tests.Media;

/// <summary>Pictures as authors have them.</summary>
internal static class Samples
{
    public static readonly byte[] Text = "Easy days are easy."u8.ToArray();

    /// <summary>Without metadata; left half red, right half blue.</summary>
    public static byte[] Picture(string ending, int width = 60, int height = 40)
    {
        using var image = RedAndBlue(width, height);
        return image.WriteToBuffer($".{ending}", new VOption { { "keep", Enums.ForeignKeep.None } });
    }

    /// <summary>As a phone makes them: with the place, a comment and a profile, and lying on its side when <paramref name="orientation"/> says so.</summary>
    public static byte[] Photo(string ending, int orientation = 1, int width = 60, int height = 40)
    {
        using var image = RedAndBlue(width, height);
        using var noted = image.Mutate(with =>
        {
            with.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "47/1 22/1 0/1");
            with.Set(GValue.GStrType, "exif-ifd0-ImageDescription", Secret);
            with.Set(GValue.GIntType, "orientation", orientation);
        });
        return noted.WriteToBuffer($".{ending}", new VOption { { "profile", "srgb" } });
    }

    /// <summary>Written into pictures; must never come out.</summary>
    public const string Secret = "the house with the green door";

    /// <summary>One that moves.</summary>
    public static byte[] Film(string ending)
    {
        using var first = RedAndBlue(60, 40);
        using var second = first.FlipHor();
        using var both = Image.Arrayjoin([first, second], across: 1);
        using var film = both.Mutate(with => with.Set(GValue.GIntType, "page-height", 40));
        return film.WriteToBuffer($".{ending}");
    }

    /// <summary>A chunk after the header of a PNG.</summary>
    public static byte[] WithChunk(byte[] png, string name, byte[] content)
    {
        const int AfterHeader = 8 + 25;
        return [.. png[..AfterHeader], .. Chunk(name, content), .. png[AfterHeader..]];
    }

    /// <summary>A PNG that claims a size and has no pixels.</summary>
    public static byte[] PngThatClaims(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. Chunk("IEND", [])];
    }

    /// <summary>As an iPhone makes them, with <see cref="Secret"/>; small, made by heif-enc.</summary>
    public static readonly byte[] Heic = Convert.FromBase64String("""
        AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgAB
        AAAAAAGkAAEAAAAAAAAARQACAAAAAAHpAAEAAAAAAAAA4gAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAv2lwcnAAAAChaXBj
        bwAAAHVodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoBAgYWW6kkprmwIAAAMAAgAAAwAC
        ECIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAIAAAABgAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAS9tZGF0
        AAAAQSgBr1j5DpJf//LhX/9tfkPnlaMbFCM1ltzOR0/391H42v58u3lSe55b4DCwwQiv5Wznh/j/qwOhtmBl15ryZMOAAAAAAElJKgAIAAAABwAOAQIAHgAAAHIAAAASAQMAAQAAAAEA
        AAAaAQUAAQAAAGIAAAAbAQUAAQAAAGoAAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAJAAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAHRoZSBob3VzZSB3aXRoIHRoZSBncmVl
        biBkb29yAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAACAAAAAA6AEAAEAAABgAAAAAAAAAA==
        """);

    /// <summary>The container of HEIC around pixels that can be decoded everywhere.</summary>
    public static byte[] Heif()
    {
        var photo = Photo("avif");
        "mif1"u8.CopyTo(photo.AsSpan(8));
        return photo;
    }

    /// <summary>A segment after the beginning of a JPEG.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] content) =>
        [.. jpeg[..2], 0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content, .. jpeg[2..]];

    /// <summary>A comment after the colours of a GIF.</summary>
    public static byte[] WithComment(byte[] gif, string comment)
    {
        var colours = (gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1);
        var at = 13 + colours;
        return [.. gif[..at], 0x21, 0xFE, (byte)comment.Length, .. Encoding.ASCII.GetBytes(comment), 0, .. gif[at..]];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }

    private static Image RedAndBlue(int width, int height)
    {
        using var black = Image.Black(width / 2, height, bands: 3);
        using var red = black + new[] { 220.0, 20, 20 };
        using var blue = black + new[] { 20.0, 20, 220 };
        using var both = red.Join(blue, Enums.Direction.Horizontal);
        using var bytes = both.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
