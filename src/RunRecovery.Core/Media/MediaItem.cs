namespace RunRecovery.Core.Media;

/// <summary>A file that pages show or link to, stored below the media folder of the data folder.</summary>
public sealed class MediaItem
{
    public int Id { get; init; }

    /// <summary>Below the media folder, with forward slashes, e.g. <c>charts/sleep.png</c>; its address is <c>/media/</c> and this.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file as the author gave it, in hexadecimal; tells whether it has changed.</summary>
    public required string Hash { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Bytes of the stored file.</summary>
    public long Length { get; set; }

    /// <summary>Pixels; null for what is no picture.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }
    public DateTime SavedAt { get; set; }
}
