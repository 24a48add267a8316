namespace RunRecovery.Core.Posts;

/// <summary>What a post's author had set at one save. Every save leaves one; none is ever changed.</summary>
public sealed class PostRevision
{
    public int Id { get; init; }
    public int PostId { get; init; }

    /// <summary>The post's version after this save; for <see cref="RevisionOrigin.Conflict"/> the version it could not replace.</summary>
    public required int Version { get; init; }

    public required RevisionOrigin Origin { get; init; }
    public required DateTime SavedAt { get; init; }

    /// <summary>Who saved; null: a file did.</summary>
    public int? AccountId { get; init; }

    /// <summary>The <see cref="PostFields"/> as JSON.</summary>
    public required string Fields { get; init; }
}

public enum RevisionOrigin
{
    Author = 0,
    Import = 1,

    /// <summary>A changed file met a post that had been edited here: kept beside it, waiting for the author.</summary>
    Conflict = 2,

    /// <summary>A working copy that was kept: saved by its author, or about to be replaced. Readers never saw it.</summary>
    WorkingCopy = 3,

    /// <summary>An earlier revision that the author went back to, as the new working copy.</summary>
    Restored = 4,
}
