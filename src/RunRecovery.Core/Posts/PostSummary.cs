using System.Linq.Expressions;
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

    /// <summary>Ids of evidence, or of sources.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<Term> Terms { get; init; } = [];

    internal static readonly Expression<Func<Post, PostSummary>> FromPost = p => new PostSummary
    {
        Id = p.Id,
        Kind = p.Kind,
        Slug = p.Slug,
        Title = p.Title,
        PublishedAt = p.PublishedAt!.Value,
        UpdatedAt = p.UpdatedAt,
        Excerpt = p.Summary ?? p.Description ?? p.Excerpt,
        WordCount = p.WordCount,
        Phase = p.Phase,
        AppliesTo = p.AppliesTo,
        Grade = p.Grade,
        Sources = p.Sources,
    };

    private static readonly Func<Post, PostSummary> Make = FromPost.Compile();

    public string Path => PostAddress.Of(Kind, Slug);

    public static PostSummary Of(Post post) => Make(post) with { Terms = [.. post.Terms.Select(t => t.Term)] };
}

/// <summary>One page of a longer list. Pages count from 1.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public int PageCount => Math.Max(1, (Total - 1) / Size + 1);

    /// <summary>The first page always exists, even of an empty list.</summary>
    public bool Exists => Number >= 1 && Number <= PageCount;

    /// <summary>The same page with what its items stand for.</summary>
    internal PageOf<TOther> With<TOther>(IReadOnlyList<TOther> items) => new(items, Number, Size, Total);

    internal int Place(T item) => Items.TakeWhile(other => !Equals(other, item)).Count();
}
