using System.Text;
using System.Text.Unicode;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <param name="Hash">SHA-256 of the bytes, in hexadecimal.</param>
/// <param name="Text">Without byte order mark, lines ending in <c>\n</c>.</param>
public sealed record ContentFile(string Hash, string Text)
{
    public const int MaxBytes = PostFields.MaxMarkdownBytes;

    /// <summary>As they lie on the disk.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <exception cref="ContentRefusedException">The file is empty, too large, not UTF-8, or cannot be read.</exception>
    public static ContentFile Read(string fullPath, long maxBytes = MaxBytes) => Of(ReadBytes(fullPath, maxBytes));

    /// <exception cref="ContentRefusedException">It is empty or not UTF-8.</exception>
    public static ContentFile Of(byte[] bytes) => new(ContentHash.Of(bytes), Decode(bytes)) { Bytes = bytes };

    /// <summary>SHA-256 of a file of any size, in hexadecimal.</summary>
    /// <exception cref="ContentRefusedException">The file is empty or cannot be read.</exception>
    public static string HashOf(string fullPath) => WhenReadable(fullPath, _ => ContentHash.OfFile(fullPath));

    private static byte[] ReadBytes(string fullPath, long maxBytes) => WhenReadable(fullPath, length => length <= maxBytes
        ? File.ReadAllBytes(fullPath)
        : throw new ContentRefusedException(FormattableString.Invariant($"has {length:N0} bytes; at most {maxBytes:N0} are allowed.")));

    /// <param name="read">Is given the file's length.</param>
    private static T WhenReadable<T>(string fullPath, Func<long, T> read)
    {
        try
        {
            // A length of nothing is also what pipes and devices have; to open one of them could wait for ever.
            var length = new FileInfo(fullPath).Length;
            return length > 0 ? read(length) : throw new ContentRefusedException("is empty.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ContentRefusedException($"cannot be read: {failure.Message}");
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            var bad = FirstBadByte(bytes);
            throw new ContentRefusedException($"is not UTF-8 (byte 0x{bytes[bad]:X2}); save it as UTF-8.", 1 + bytes[..bad].Count((byte)'\n'));
        }

        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.IsNullOrWhiteSpace(text) ? throw new ContentRefusedException("is empty.") : text;
    }

    private static int FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
