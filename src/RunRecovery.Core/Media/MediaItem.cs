namespace RunRecovery.Core.Media;

/// <summary>A file that pages show or link to, stored below the media folder of the data folder.</summary>
public sealed class MediaItem
{
    public int Id { get; init; }

    /// <summary>Below the media folder, with forward slashes, e.g. <c>charts/sleep.png</c>; its address is <c>/media/</c> and this.</summary>
    public required string Path { get; init; }

    /// <summary>Names the content in addresses, in hexadecimal: the SHA-256 of the stored file, or, where an earlier version of the program took it in, of the file as its author gave it.</summary>
    public required string Hash { get; set; }

    /// <summary>SHA-256 of the file as the author gave it, where that is another; tells with <see cref="Hash"/> whether it has changed.</summary>
    public string? SourceHash { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Bytes of the stored file.</summary>
    public long Length { get; set; }

    /// <summary>Pixels; null for what is no picture.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }
    public DateTime SavedAt { get; set; }
}
