using RunRecovery.Core.Taxonomy;

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

    /// <summary>Without byte order mark, lines ending in <c>\n</c>, wherever it comes from: a browser's form sends <c>\r\n</c>, and a merge would see every line as changed.</summary>
    public required string Markdown { get; init => field = Lines(value).TrimStart('\ufeff'); }

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
    public string? Description { get; init => field = value is null ? null : Lines(value); }
    public string? Summary { get; init => field = value is null ? null : Lines(value); }
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

    /// <summary>
    /// The same in the one spelling that is stored, whichever door it came through: what a file cannot say, such as a space at the end of a
    /// title, is said by no form either.
    /// </summary>
    internal PostFields Tidy() => this with
    {
        Title = Title.Trim(),
        Markdown = Markdown.TrimStart('\n'),
        Aliases = Words(Aliases),
        Categories = Words(Categories),
        Tags = Words(Tags.Select(tag => tag.Trim().TrimStart('#'))),
        Series = Text(Series),
        Description = Text(Description),
        Summary = Text(Summary),
        Image = Image is null ? null : new PostImage(Image.Src.Trim(), Text(Image.Alt), Text(Image.Caption)),
        Video = Video is null ? null : new PostVideo(Video.Url.Trim(), Text(Video.Poster), Text(Video.Captions), Text(Video.Transcript), Text(Video.Duration)),
        Author = Text(Author),
        Language = Text(Language),
        CanonicalUrl = Text(CanonicalUrl),
        Sources = Words(Sources),
        ReviewedBy = Text(ReviewedBy),
        Phase = Text(Phase),
        AppliesTo = Text(AppliesTo),
        Grade = Text(Grade),
        UnknownFrontMatter = string.IsNullOrWhiteSpace(UnknownFrontMatter) ? null : UnknownFrontMatter,
    };

    private static string? Text(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    private static List<string> Words(IEnumerable<string> written) => [.. written.Select(Text).OfType<string>().Distinct()];

    /// <summary>What an author would have to set to get exactly this post, whose terms and addresses are loaded.</summary>
    public static PostFields Of(Post post) => new()
    {
        Kind = post.Kind,
        Title = post.Title,
        Slug = post.Slug,
        Markdown = post.Markdown,
        FeedId = post.FeedId,
        Date = post.PublishedAt ?? post.FirstPublishedAt,
        Draft = post.PublishedAt is null,
        UpdatedAt = post.UpdatedAt,
        ExpiresAt = post.ExpiresAt,
        Aliases = [.. post.Addresses.OrderBy(a => a.Id).Select(a => a.Path).Where(path => path != post.Path).Select(PostAddress.Write)],
        Categories = NamesOf(post, TermKind.Category),
        Tags = NamesOf(post, TermKind.Tag),
        Series = NamesOf(post, TermKind.Series).FirstOrDefault(),
        SeriesOrder = post.Terms.FirstOrDefault(t => t.Term.Kind == TermKind.Series)?.Position,
        Description = post.Description,
        Summary = post.Summary,
        Image = post.Image,
        Video = post.Video,
        Author = post.Author,
        Featured = post.Featured,
        Language = post.Language,
        CanonicalUrl = post.CanonicalUrl,
        Comments = post.Comments,
        Sources = [.. post.Sources],
        ReviewedOn = post.ReviewedOn,
        ReviewedBy = post.ReviewedBy,
        Phase = post.Phase,
        AppliesTo = post.AppliesTo,
        Grade = post.Grade,
        UnknownFrontMatter = post.UnknownFrontMatter,
    };

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static List<string> NamesOf(Post post, TermKind kind) => [.. post.Terms.Where(t => t.Term.Kind == kind).OrderBy(t => t.Position).Select(t => t.Term.Name)];
}
