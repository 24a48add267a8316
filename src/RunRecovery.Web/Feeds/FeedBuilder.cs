using System.Net;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Options;
using RunRecovery.Web.Pages;
using RunRecovery.Web.WebSub;

namespace RunRecovery.Web.Feeds;

/// <summary>Builds feeds from what visitors may see. Every address comes from the site's own, never from a request.</summary>
public sealed class FeedBuilder(PostRepository posts, TaxonomyService taxonomy, PostHtml html, SiteOptions site, Links links, HubOptions hub)
{
    /// <summary>Of a feed, and of each of its archives.</summary>
    public const int EntriesPerDocument = 20;

    /// <summary>Twenty shortened entries fit into <see cref="Feed.MaxBytes"/>.</summary>
    private const int LongestTeaser = 12 * 1024;

    private const int LongestSummary = 1000;

    public async Task<FeedLookup> BuildAsync(FeedAddress address, CancellationToken cancel = default)
    {
        switch (await FindAsync(address.Topic, cancel))
        {
            case TopicLookup.Moved moved:
                return new FeedLookup.Moved((address with { Topic = moved.Topic }).Path);
            case TopicLookup.Gone:
                return new FeedLookup.Gone();
            case TopicLookup.Found found:
                var total = await posts.CountAsync(found.Scope, cancel);
                return address.Archive > total / EntriesPerDocument ? new FeedLookup.Unknown() : new FeedLookup.Found(await BuildAsync(address, found, total, cancel));
            default:
                return new FeedLookup.Unknown();
        }
    }

    /// <summary>The document, at most <see cref="Feed.MaxBytes"/> where shortening entries can achieve it.</summary>
    public static byte[] Write(Feed feed, IFeedFormat format)
    {
        var bytes = format.Write(feed);
        foreach (var longest in feed.Entries.OrderByDescending(e => e.Html.Length))
        {
            if (bytes.Length <= Feed.MaxBytes)
            {
                break;
            }

            feed = feed with { Entries = [.. feed.Entries.Select(e => e.Id == longest.Id ? e with { Html = e.ShortHtml } : e)] };
            bytes = format.Write(feed);
        }

        return bytes;
    }

    private async Task<TopicLookup> FindAsync(FeedTopic topic, CancellationToken cancel)
    {
        switch (topic)
        {
            case FeedTopic.Posts:
                return new TopicLookup.Found(new PostScope.OfKind(PostKind.Post), "posts", site.Title, site.Description);
            case FeedTopic.Tips:
                return new TopicLookup.Found(new PostScope.OfKind(PostKind.Tip), "tips", FeedOffer.Tips(site).Title, $"The quick tips of {site.Title}.");
            case FeedTopic.About about:
                return await taxonomy.FindBySlugAsync(about.Kind, about.Slug, cancel) switch
                {
                    TermLookup.Found { Term: var term } when await taxonomy.IsPublicAsync(term, cancel) => new TopicLookup.Found(
                        new PostScope.OfTerm(term), term.FeedName, FeedOffer.About(term, site).Title, $"What {site.Title} writes about {term.Name}."),
                    TermLookup.Moved { Term: var now } => new TopicLookup.Moved(about with { Slug = now.Slug }),
                    TermLookup.Gone => new TopicLookup.Gone(),
                    _ => new TopicLookup.Unknown(),
                };
            default:
                throw new ArgumentOutOfRangeException(nameof(topic), topic, "A topic without a feed.");
        }
    }

    /// <summary>An archive holds the twentieth part of its number, counted from the oldest, so that new posts do not change it (RFC 5005, 4).</summary>
    private async Task<Feed> BuildAsync(FeedAddress address, TopicLookup.Found topic, int total, CancellationToken cancel)
    {
        var shown = address.Archive is { } number
            ? await posts.PartAsync(topic.Scope, (number - 1) * EntriesPerDocument, EntriesPerDocument, cancel)
            : await posts.PartAsync(topic.Scope, Math.Max(0, total - EntriesPerDocument), EntriesPerDocument, cancel);
        var previous = address.Archive - 1 ?? (total > EntriesPerDocument ? total / EntriesPerDocument : 0);
        var identity = await posts.SiteIdentityAsync(cancel);
        return new Feed
        {
            Id = $"urn:uuid:{identity.Part(topic.Name)}",
            Title = FeedText.OneLine(topic.Title),
            Description = FeedText.OneLine(topic.Description),
            Language = site.Language,
            Author = FeedText.OneLine(site.Author),
            Self = links.Absolute(address.Path),
            Page = links.Absolute(address.Topic.Page),
            Hub = hub.Address,
            Icon = links.Absolute(Links.Icon),
            PreviousArchive = previous > 0 ? links.Absolute((address with { Archive = previous }).Path) : null,
            Current = address.Archive is null ? null : links.Absolute((address with { Archive = null }).Path),
            Entries = [.. shown.Select(Entry)],
        };
    }

    private FeedEntry Entry(Post post)
    {
        var text = html.RenderForFeed(post, site.Base);
        var address = links.Absolute(Links.Of(post));
        return new FeedEntry
        {
            Id = post.FeedId,
            Title = FeedText.OneLine(post.Title),
            Address = address,
            PublishedAt = post.FirstPublishedAt!.Value,
            UpdatedAt = post.UpdatedAt > post.FirstPublishedAt ? post.UpdatedAt.Value : post.FirstPublishedAt.Value,
            Author = FeedText.OneLine(post.Author ?? site.Author),
            Summary = FeedText.Beginning(FeedText.OneLine(post.Summary ?? post.Description ?? post.Excerpt), LongestSummary),
            Html = FeedText.Clean(text.Html),
            ShortHtml = FeedText.Clean($"{Beginning(post, text)}<p><a href=\"{address}\">This text is too long for a feed: read it on the page.</a></p>"),
            Language = post.Language is { } language && language != site.Language ? language : null,
            Categories = [.. post.Terms.Where(t => t.Term.Kind != TermKind.Series).Select(t => new FeedCategory(t.Term.Slug, FeedText.OneLine(t.Term.Name), links.Absolute(Links.Of(t.Term.Kind))))],
            Picture = html.MediaOf(post, post.Image?.Src) is { } picture && picture.ContentType.StartsWith("image/", StringComparison.Ordinal) ? Media(picture, post.Image!.Alt) : null,
            Enclosure = Film(post, text) is { } film ? Media(film) : null,
        };
    }

    /// <summary>A text of one huge block has a huge teaser too.</summary>
    private static string Beginning(Post post, RenderedText text) =>
        text.Teaser.Html.Length <= LongestTeaser ? text.Teaser.Html : $"<p>{WebUtility.HtmlEncode(post.Excerpt)}</p>";

    /// <summary>The post's video, else the first film or sound of ours that its text plays.</summary>
    private MediaItem? Film(Post post, RenderedText text) =>
        text.Links.Select(l => l.Target).Prepend(post.Video?.Url).Select(address => html.MediaOf(post, address))
            .FirstOrDefault(item => item?.ContentType.Split('/')[0] is "video" or "audio");

    private FeedMedia Media(MediaItem item, string? alt = null) => new(links.Absolute(MediaAddress.Plain(item.Path)), item, alt is null ? null : FeedText.OneLine(alt));

    private abstract record TopicLookup
    {
        /// <param name="Name">Lasting: not the slug, which may change.</param>
        public sealed record Found(PostScope Scope, string Name, string Title, string Description) : TopicLookup;

        public sealed record Moved(FeedTopic Topic) : TopicLookup;

        public sealed record Gone : TopicLookup;

        public sealed record Unknown : TopicLookup;
    }
}

public abstract record FeedLookup
{
    private FeedLookup()
    {
    }

    public sealed record Found(Feed Feed) : FeedLookup;

    public sealed record Moved(string Path) : FeedLookup;

    public sealed record Gone : FeedLookup;

    public sealed record Unknown : FeedLookup;
}
