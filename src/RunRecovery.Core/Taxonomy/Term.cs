using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Taxonomy;

public enum TermKind
{
    Category = 0,
    Tag = 1,
    Series = 2,
}

/// <summary>A category, tag or series.</summary>
public sealed class Term
{
    public const int MaxNameLength = 80;

    public int Id { get; init; }
    public required TermKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>The name without case, accents and superfluous spaces. Unique per kind: two spellings do not make two terms.</summary>
    public required string Key { get; set; }

    public required string Slug { get; set; }

    /// <summary>What the ids of its feeds are made from. Set once: not the slug, which may change, and not the row's number, which another database does not know.</summary>
    public required string FeedName { get; init; }

    /// <summary>From when on visitors could see a post here, as far as saves have noted it, so that the address goes on answering when there is none left. UTC.</summary>
    public DateTime? Since { get; private set; }

    /// <summary>A post that is shown from then on came here; null: as far as is known none did.</summary>
    internal void ShownFrom(DateTime? at) => Since = Since is null || at < Since ? at ?? Since : Since;

    /// <summary>See <see cref="FeedName"/>: that of a term which nothing else is remembered of.</summary>
    public static string FeedNameOf(TermKind kind, string key) => $"{kind.ToString().ToLowerInvariant()}/{key}";

    /// <summary>See <see cref="Key"/>.</summary>
    public static string KeyOf(string name) =>
        Posts.Slug.Fold(Tidy(name));

    /// <summary>Why nothing can be called this; null: it can.</summary>
    public static string? ProblemOf(string name) => name.Length > MaxNameLength || Posts.Slug.From(name).Length == 0
        ? $"'{name}' cannot name a category, tag or series; wanted at least one letter or digit and at most {MaxNameLength} characters."
        : null;

    /// <summary>Without superfluous spaces.</summary>
    public static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>That a post is in a category, has a tag, or is part of a series.</summary>
public sealed class PostTerm
{
    public int PostId { get; init; }
    public Post? Post { get; init; }
    public int TermId { get; init; }
    public required Term Term { get; init; }

    /// <summary>The author's order of a post's tags and categories; for a series the post's place in it.</summary>
    public int Position { get; set; }
}

/// <summary>A name and slug that a term once had, or that was merged into it. Its address redirects for ever, and its name finds the term.</summary>
public sealed class FormerTerm
{
    public int Id { get; init; }
    public required TermKind Kind { get; init; }
    public required string Key { get; init; }
    public required string Slug { get; init; }

    /// <summary>Where the address leads now; null: the term was deleted.</summary>
    public int? TermId { get; set; }

    public Term? Term { get; set; }
}
