using System.Security.Cryptography;
using System.Text;

namespace RunRecovery.Core.Posts;

/// <summary>What this blog is called among all blogs, for ever: made with its database, and not derived from its host or title. One row.</summary>
public sealed class SiteIdentity
{
    public int Id { get; init; }
    public required Guid Uuid { get; init; }

    /// <summary>The lasting name of a part of this blog, such as <c>tags/7</c>: a version 5 UUID (RFC 9562, 5.5).</summary>
    public Guid Part(string name)
    {
        Span<byte> bytes = [.. Uuid.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // The standard asks for SHA-1; nothing is secret here.
        bytes = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
