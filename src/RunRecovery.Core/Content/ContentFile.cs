using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <param name="Hash">SHA-256 of the bytes, in hexadecimal.</param>
/// <param name="Text">Without byte order mark, lines ending in <c>\n</c>.</param>
public sealed record ContentFile(string Hash, string Text)
{
    public const int MaxBytes = PostFields.MaxMarkdownBytes;

    /// <exception cref="ContentRefusedException">The file is empty, too large, not UTF-8, or cannot be read.</exception>
    public static ContentFile Read(string fullPath)
    {
        var bytes = ReadBytes(fullPath);
        return new ContentFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), Decode(bytes));
    }

    /// <summary>SHA-256 of a file of any size, in hexadecimal.</summary>
    /// <exception cref="ContentRefusedException">The file is empty or cannot be read.</exception>
    public static string HashOf(string fullPath) => WhenReadable(fullPath, _ =>
    {
        using var stream = File.OpenRead(fullPath);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });

    private static byte[] ReadBytes(string fullPath) => WhenReadable(fullPath, length => length <= MaxBytes
        ? File.ReadAllBytes(fullPath)
        : throw new ContentRefusedException($"has {length:N0} bytes; at most {MaxBytes:N0} are allowed."));

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
