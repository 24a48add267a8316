using System.IO.Compression;
using System.Security.Cryptography;

namespace RunRecovery.Web.Caching;

/// <summary>A whole answer, ready to be sent again: its bytes, and compressed once for those who take it so.</summary>
public sealed class FinishedAnswer
{
    /// <summary>Below, compressing costs more than it saves.</summary>
    private const int WorthCompressing = 512;

    private readonly Lazy<byte[]> _gzip;
    private readonly Lazy<byte[]> _brotli;

    public FinishedAnswer(byte[] body, string contentType, IReadOnlyDictionary<string, string> headers, DateTimeOffset? lastModified, Freshness.Span span)
    {
        (Body, ContentType, Headers, LastModified, Span) = (body, contentType, headers, lastModified, span);
        Hash = Convert.ToHexStringLower(SHA256.HashData(body))[..32];
        _gzip = new(() => Compress(body, to => new GZipStream(to, CompressionLevel.Optimal)));
        _brotli = new(() => Compress(body, to => new BrotliStream(to, CompressionLevel.Optimal)));
    }

    public byte[] Body { get; }
    public string ContentType { get; }

    /// <summary>What else the page or feed said about itself.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Hash { get; }

    /// <summary>Null: nobody knows when it last had other bytes.</summary>
    public DateTimeOffset? LastModified { get; }

    /// <summary>While it runs, the answer is right.</summary>
    public Freshness.Span Span { get; }

    /// <param name="coding"><c>br</c>, <c>gzip</c>, or null for the bytes as they are.</param>
    public byte[] As(string? coding) => coding switch { "br" => _brotli.Value, "gzip" => _gzip.Value, _ => Body };

    public bool IsWorthCompressing => Body.Length >= WorthCompressing;

    /// <summary>The same bytes compressed are another representation, so they have another strong tag (RFC 9110, 8.8.3.3).</summary>
    public string Tag(string? coding) => coding is null ? $"\"{Hash}\"" : $"\"{Hash}-{coding}\"";

    private static byte[] Compress(byte[] body, Func<Stream, Stream> coding)
    {
        using var to = new MemoryStream();
        using (var compressing = coding(to))
        {
            compressing.Write(body);
        }

        return to.ToArray();
    }
}
