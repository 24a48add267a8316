using RunRecovery.Core.Accounts;

namespace RunRecovery.Core.Media;

/// <summary>A file that pages show or link to, stored below the media folder of the data folder.</summary>
public sealed class MediaItem
{
    public int Id { get; init; }

    /// <summary>Below the media folder, with forward slashes, e.g. <c>charts/sleep.png</c>; its address is <c>/media/</c> and this.</summary>
    public required string Path { get; init; }

    /// <summary>Names the content in addresses, in hexadecimal: the SHA-256 of the stored file, or, where an earlier version of the program took it in, of the file as its author gave it.</summary>
    public required string Hash { get; set; }

    /// <summary>SHA-256 of the content file at its last import, where that is another: its metadata was taken away, or another content was put in its place here. Tells with <see cref="Hash"/> whether the file has changed.</summary>
    public string? SourceHash { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Bytes of the stored file.</summary>
    public long Length { get; set; }

    /// <summary>Pixels; null for what is no picture.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }
    public DateTime SavedAt { get; set; }

    /// <summary>What a picture shows, for those who cannot see it. It speaks wherever a text gives no words of its own.</summary>
    public string? Alt { get; set; }

    /// <summary>The account that uploaded it; null: it came with the content.</summary>
    public int? OwnerId { get; set; }

    /// <summary>The file is gone since then, and its address says so for ever; null: it is there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>The last part of its path.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Without a dot.</summary>
    public string Ending => System.IO.Path.GetExtension(Path).TrimStart('.');

    public MediaKind Kind => MediaType.KindOf(ContentType);

    /// <summary>Everybody may use every file; an author changes only what they brought themselves.</summary>
    public bool MayBeChangedBy(int accountId, Role role) => role >= Role.Editor || (role == Role.Author && OwnerId == accountId);

    /// <summary>Another content, at the same address.</summary>
    internal void Take(string hash, MediaType type, MediaInspection seen, long length, DateTime now)
    {
        (Hash, ContentType, Length) = (hash, type.ContentType, length);
        (Width, Height, SavedAt) = (seen.Width, seen.Height, now);
    }
}
