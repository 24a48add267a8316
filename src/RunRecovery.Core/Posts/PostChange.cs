namespace RunRecovery.Core.Posts;

/// <summary>One save: of a new post, or of version <paramref name="Version"/> of post <paramref name="PostId"/>.</summary>
public sealed record PostChange(int? PostId, int Version, ValidPost Post, RevisionOrigin Origin)
{
    /// <summary>The content file the change comes from, noted in the same transaction.</summary>
    public FileMark? File { get; init; }

    /// <summary>Who saves; the owner of a new post.</summary>
    public int? AccountId { get; init; }

    /// <summary>The working copy that this save makes live. It is gone in the same transaction; when somebody has written into it since, the save is a conflict.</summary>
    public CopyMark? Copy { get; init; }

    /// <summary>For a new post that is a draft here and that readers have seen elsewhere.</summary>
    public FormerLife? Before { get; init; }
}

/// <summary>A working copy as its author saw it.</summary>
public sealed record CopyMark(int Id, string Stamp);

/// <summary>A file below the content folder and the SHA-256 of its bytes in hexadecimal.</summary>
public sealed record FileMark(string Path, string Hash)
{
    /// <summary>The file itself.</summary>
    public byte[]? Bytes { get; init; }
}

/// <summary>When a post was first published, and at which addresses.</summary>
public sealed record FormerLife(DateTime PublishedAt, IReadOnlyList<string> Addresses);
