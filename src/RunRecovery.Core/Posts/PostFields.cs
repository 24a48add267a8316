namespace RunRecovery.Core.Posts;

/// <summary>What an author may set: filled by the front matter of a file and by the form of the admin. Times are UTC.</summary>
public sealed record PostFields
{
    public const int MaxTitleLength = 300;
    public const int MaxFeedIdLength = 300;

    /// <summary>The pattern of a BCP 47 tag, such as <c>en</c> or <c>de-CH</c>.</summary>
    public const string LanguageTag = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

    /// <summary>The size in UTF-8 bytes up to which a text is accepted; rendering is bounded by it.</summary>
    public const int MaxMarkdownBytes = 1024 * 1024;

    public required PostKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string Markdown { get; init; }

    /// <summary>Respected when the post is created; afterwards the stored id stays.</summary>
    public string? FeedId { get; init; }

    /// <summary>First publication; null with <see cref="Draft"/> false means now.</summary>
    public DateTime? Date { get; init; }

    public bool Draft { get; init; }
    public DateTime? UpdatedAt { get; init; }
    public DateTime? ExpiresAt { get; init; }

    /// <summary>Old addresses, each beginning with <c>/</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Series { get; init; }
    public int? SeriesOrder { get; init; }
    public string? Description { get; init; }
    public string? Summary { get; init; }
    public PostImage? Image { get; init; }
    public PostVideo? Video { get; init; }
    public string? Author { get; init; }
    public bool Featured { get; init; }
    public string? Language { get; init; }
    public string? CanonicalUrl { get; init; }
    public bool Comments { get; init; } = true;
    public IReadOnlyList<string> Sources { get; init; } = [];
    public DateOnly? ReviewedOn { get; init; }
    public string? ReviewedBy { get; init; }
    public string? Phase { get; init; }
    public string? AppliesTo { get; init; }
    public string? Grade { get; init; }
    public string? UnknownFrontMatter { get; init; }
}
