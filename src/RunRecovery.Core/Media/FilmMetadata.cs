using System.Buffers.Binary;
using System.Text;

namespace RunRecovery.Core.Media;

/// <summary>
/// Takes from an MP4 what tells where and with which phone it was filmed. What is taken becomes empty space of the same size, so that the
/// film itself stays byte for byte where its index says it is.
/// </summary>
internal static class FilmMetadata
{
    private const int HeaderLength = 8;
    private const int MaxDepth = 8;

    /// <summary>Boxes that hold other boxes.</summary>
    private static readonly HashSet<string> Containers = ["moov", "trak", "mdia", "minf", "moof", "traf", "edts", "dinf"];

    /// <summary>Boxes in which cameras write about themselves and their place.</summary>
    private static readonly HashSet<string> Personal = ["udta", "meta", "uuid", "skip", "free"];

    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public static void Erase(Stream film) => Erase(film, 0, film.Length, depth: 0);

    private static void Erase(Stream film, long from, long until, int depth)
    {
        Span<byte> header = stackalloc byte[2 * HeaderLength];
        while (until - from >= HeaderLength)
        {
            film.Position = from;
            var read = film.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
            var name = Encoding.Latin1.GetString(header[4..HeaderLength]);
            var (start, length) = Size(header[..read], until - from);
            if (length < start)
            {
                // Cut off or broken: a player ignores what follows, and so it may not stay.
                Blank(film, from, HeaderLength, until - from);
                return;
            }

            if (Personal.Contains(name))
            {
                Blank(film, from, start, length);
            }
            else if (Containers.Contains(name) && depth < MaxDepth)
            {
                Erase(film, from + start, from + length, depth + 1);
            }

            from += length;
        }
    }

    /// <summary>Where the box's content starts, and how long the box is; less than that when it cannot be so.</summary>
    private static (int Start, long Length) Size(ReadOnlySpan<byte> header, long rest)
    {
        var length = (long)BinaryPrimitives.ReadUInt32BigEndian(header);
        var start = HeaderLength;
        if (length == 1 && header.Length == 2 * HeaderLength)
        {
            (start, length) = (2 * HeaderLength, BinaryPrimitives.ReadInt64BigEndian(header[HeaderLength..]));
        }
        else if (length == 0)
        {
            // The last box goes on to the end.
            length = rest;
        }

        return length > rest ? (start, 0) : (start, length);
    }

    private static void Blank(Stream film, long from, int start, long length)
    {
        film.Position = from + 4;
        film.Write("free"u8);
        // A long box has its length between its name and its content.
        film.Position = from + start;
        var left = length - start;
        var zeros = new byte[Math.Min(Math.Max(left, 0), 64 * 1024)];
        for (; left > 0; left -= zeros.Length)
        {
            film.Write(zeros.AsSpan(0, (int)Math.Min(left, zeros.Length)));
        }
    }
}
