using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content;

/// <summary>
/// What a blog remembers and its texts do not say: the file <c>runrecovery.yaml</c> of a content folder. Written by an export; an import
/// into a blog that does not know better yet takes it from there.
/// </summary>
public sealed record BlogMemory
{
    public const string FileName = "runrecovery.yaml";

    internal static readonly BlogMemory Nothing = new();

    /// <summary>See <see cref="SiteIdentity"/>.</summary>
    public Guid? Id { get; init; }

    /// <summary>By their path below the content folder.</summary>
    public IReadOnlyDictionary<string, RememberedText> Texts { get; init; } = new Dictionary<string, RememberedText>();

    /// <summary>Paths of texts whose order nothing else tells, because they share their time or their title; those before come first.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    public IReadOnlyList<RememberedTerm> Terms { get; init; } = [];

    /// <summary>Names and addresses that terms once had, oldest first.</summary>
    public IReadOnlyList<RememberedName> FormerTerms { get; init; } = [];

    /// <summary>What addresses call the content of media files, by their path below the media folder, where it is not the hash of the file. See <see cref="Media.MediaItem.Hash"/>.</summary>
    public IReadOnlyDictionary<string, string> Media { get; init; } = new Dictionary<string, string>();

    /// <summary>What media files show, in words, by their path below the media folder. See <see cref="Media.MediaItem.Alt"/>.</summary>
    public IReadOnlyDictionary<string, string> MediaAlt { get; init; } = new Dictionary<string, string>();

    /// <summary>Posts that were deleted after readers had seen them, oldest first: their addresses say so, and their ids are never given again.</summary>
    public IReadOnlyList<RememberedPost> Gone { get; init; } = [];

    /// <summary>Paths of media files that were deleted, below the media folder.</summary>
    public IReadOnlyList<string> GoneMedia { get; init; } = [];
}

/// <param name="Id">Its feed id.</param>
/// <param name="Date">Its first publication.</param>
public sealed record RememberedPost(PostKind Kind, string Slug, string Id, DateTime Date, IReadOnlyList<string> Addresses);

/// <summary>What a text has besides what its file says. All of it is about the time before its blog was moved.</summary>
public sealed record RememberedText
{
    public string? Id { get; init; }
    public DateTime? Date { get; init; }
    public DateTime? UpdatedAt { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>It is no draft although it lies among them.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The addresses of a draft that readers have seen: they are gone, not unknown.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    internal PostFields Add(PostFields written) => written with
    {
        FeedId = written.FeedId ?? Id,
        Date = Date ?? written.Date,
        UpdatedAt = UpdatedAt ?? written.UpdatedAt,
        Aliases = [.. written.Aliases.Concat(Aliases).DistinctBy(PostAddress.SpellWritten)],
        Draft = written.Draft && !IsPublished,
    };

    internal FormerLife? Before => Withdrawn.Count > 0 && Date is { } date ? new FormerLife(date, [.. Withdrawn.Select(PostAddress.SpellWritten).Distinct()]) : null;
}

/// <param name="Slug">Null: the one that its name makes.</param>
/// <param name="FeedName">Null: the one that its name makes. See <see cref="Term.FeedName"/>.</param>
/// <param name="Since">Null: since its posts say. See <see cref="Term.Since"/>.</param>
public sealed record RememberedTerm(TermKind Kind, string Name, string? Slug, string? FeedName, DateTime? Since);

/// <param name="Slug">Null: the one that the name makes.</param>
/// <param name="Now">The name of the term it leads to; null: the term was deleted.</param>
public sealed record RememberedName(TermKind Kind, string Name, string? Slug, string? Now);
