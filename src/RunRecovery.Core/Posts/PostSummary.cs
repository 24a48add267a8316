using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>What lists show of a post: everything but its text.</summary>
public sealed record PostSummary
{
    public required int Id { get; init; }
    public required PostKind Kind { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required DateTime? UpdatedAt { get; init; }

    /// <summary>Plain text: the author's summary or description, else the beginning of the text.</summary>
    public required string Excerpt { get; init; }

    public required int WordCount { get; init; }
    public string? Phase { get; init; }
    public string? AppliesTo { get; init; }
    public string? Grade { get; init; }
    public IReadOnlyList<Term> Terms { get; init; } = [];

    public string Path => PostAddress.Of(Kind, Slug);
}

/// <summary>One page of a longer list. Pages count from 1.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public int PageCount => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The first page always exists, even of an empty list.</summary>
    public bool Exists => Number >= 1 && Number <= PageCount;
}
