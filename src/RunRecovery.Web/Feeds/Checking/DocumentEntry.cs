using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace RunRecovery.Web.Feeds.Checking;

/// <inheritdoc cref="FeedDocument"/>
public sealed class DocumentEntry
{
    private IElement? _body;

    public required string Id { get; init; }

    /// <summary>RSS only: readers take the id for an address.</summary>
    public bool IdIsAddress { get; init; }

    public required string Title { get; init; }
    public required string Address { get; init; }
    public required WrittenTime Published { get; init; }

    /// <summary>That of the publication where nothing else is said.</summary>
    public required WrittenTime Updated { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }
    public required string Summary { get; init; }
    public required string Content { get; init; }

    /// <summary>Null also where it is that of the feed.</summary>
    public string? Language { get; init; }

    public required IReadOnlyList<DocumentCategory> Categories { get; init; }
    public DocumentFile? Picture { get; init; }
    public required IReadOnlyList<DocumentFile> Enclosures { get; init; }

    /// <summary>The content as a reader's browser sees it: all of it, for what belongs into a head would go there were the body not begun.</summary>
    public IElement Body => _body ??= new HtmlParser().ParseDocument($"<body>{Content}").Body!;
}
