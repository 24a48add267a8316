namespace RunRecovery.Core.Posts;

/// <summary>An address at which a post was or is published, or an alias brought along from elsewhere. Append-only, so that no link breaks.</summary>
public sealed class PublishedAddress
{
    public int Id { get; init; }

    /// <summary>The path as asked for, beginning with <c>/</c>, lower case, without a trailing slash. Unique: an address never changes hands.</summary>
    public required string Path { get; init; }

    public int PostId { get; init; }
    public Post? Post { get; init; }
    /// <summary>From when on it answers; in the future for a scheduled post.</summary>
    public required DateTime Since { get; set; }
}
