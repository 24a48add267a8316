using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>Shows what is being written to whoever has the link, until it expires or is taken back.</summary>
public sealed class ShareLink
{
    public int Id { get; init; }
    public int PostId { get; init; }
    public Post? Post { get; init; }

    /// <summary>SHA-256 of the key in the link, in hexadecimal: whoever reads the database cannot open it.</summary>
    public required string KeyHash { get; init; }

    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public int? AccountId { get; init; }
}
