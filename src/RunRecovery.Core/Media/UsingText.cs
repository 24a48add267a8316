using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Media;

/// <summary>A text in which files may be used.</summary>
internal sealed record UsingText
{
    public required int PostId { get; init; }

    /// <summary>Another one whenever the text has changed.</summary>
    public required TextVersion Version { get; init; }

    public required PostKind Kind { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required DateTime? PublishedAt { get; init; }
    public required string Markdown { get; init; }
    public required PostImage? Image { get; init; }
    public required PostVideo? Video { get; init; }

    public IEnumerable<string> Fields => new[] { Image?.Src, Video?.Url, Video?.Poster, Video?.Captions, Video?.Transcript }.OfType<string>();
}

/// <param name="Id">Of the post, or of its working copy.</param>
/// <param name="Stamp">Null: a post has none.</param>
internal sealed record TextVersion(int Id, int Number, string? Stamp);
