using RunRecovery.Core.Media;

namespace RunRecovery.Web.Feeds;

/// <summary>A feed as all formats show it. Built once; a format only writes it. Addresses are absolute, texts are clean, times are UTC.</summary>
public sealed record Feed
{
    /// <summary>More bytes are refused by some readers; what does not fit is shortened, longest entry first.</summary>
    public const int MaxBytes = 512 * 1024;

    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Language { get; init; }
    public required string Author { get; init; }

    /// <summary>The feed's own address.</summary>
    public required string Self { get; init; }

    /// <summary>The page that shows the same to people.</summary>
    public required string Page { get; init; }

    /// <summary>The WebSub hub; null: none.</summary>
    public string? Hub { get; init; }

    /// <summary>The header of that name; null: there is no hub, and nobody needs it.</summary>
    public string? Link => Hub is null ? null : $"<{Self}>; rel=\"self\", <{Page}>; rel=\"alternate\"; type=\"text/html\", <{Hub}>; rel=\"hub\"";

    public required string Icon { get; init; }

    /// <summary>That of its newest entry; null: there are none.</summary>
    public DateTime? UpdatedAt => Entries.Count == 0 ? null : Entries.Max(e => e.UpdatedAt);

    /// <summary>The archive before (RFC 5005); null: this is the oldest.</summary>
    public string? PreviousArchive { get; init; }

    /// <summary>For an archive: where the newest entries are.</summary>
    public string? Current { get; init; }

    public bool IsArchive => Current is not null;

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }
}

public sealed record FeedEntry
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Address { get; init; }
    public required DateTime PublishedAt { get; init; }

    /// <summary>The last significant edit, or the publication.</summary>
    public required DateTime UpdatedAt { get; init; }

    public required string Author { get; init; }

    /// <summary>Plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole text.</summary>
    public required string Html { get; init; }

    /// <summary>For an entry that would make the feed too large: the beginning, and a link to the rest.</summary>
    public required string ShortHtml { get; init; }

    /// <summary>Null: that of the feed.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];
    public FeedMedia? Picture { get; init; }

    /// <summary>The author's own film or sound.</summary>
    public FeedMedia? Enclosure { get; init; }
}

/// <param name="Scheme">The address of the list of terms, such as <c>https://blog.example/tags</c>.</param>
public sealed record FeedCategory(string Term, string Label, string Scheme);

public sealed record FeedMedia(string Address, MediaItem Item, string? Alt = null);
