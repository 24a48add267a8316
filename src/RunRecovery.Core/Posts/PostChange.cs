namespace RunRecovery.Core.Posts;

/// <summary>One save: of a new post, or of version <paramref name="Version"/> of post <paramref name="PostId"/>.</summary>
public sealed record PostChange(int? PostId, int Version, ValidPost Post, RevisionOrigin Origin)
{
    /// <summary>The content file the change comes from, noted in the same transaction.</summary>
    public FileMark? File { get; init; }
}

/// <summary>A file below the content folder and the SHA-256 of its bytes in hexadecimal.</summary>
public sealed record FileMark(string Path, string Hash);
