using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>What the last import saw of a file: how a changed file, and a post edited here since, are told apart.</summary>
public sealed class ImportedFile
{
    public int Id { get; init; }

    /// <summary>Below the content folder, with forward slashes.</summary>
    public required string Path { get; set; }

    public int PostId { get; init; }
    public Post? Post { get; init; }

    /// <summary>SHA-256 of the file's bytes, in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>The bytes of the file that made <see cref="PostVersion"/>, to be written back as their author wrote them; null when they are not known.</summary>
    public byte[]? Original { get; set; }

    /// <summary>The post's version that this file made. When the post has moved on, it was edited here.</summary>
    public int PostVersion { get; set; }

    /// <summary>The file's newest version waits as a revision beside an edited post.</summary>
    public bool InConflict { get; set; }
}
