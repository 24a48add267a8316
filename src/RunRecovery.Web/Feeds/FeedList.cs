using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Feeds;

/// <summary>Every topic that has a feed and something in it.</summary>
public sealed class FeedList(TaxonomyService taxonomy, SiteOptions site)
{
    public async Task<IReadOnlyList<FeedGroup>> AllAsync(CancellationToken cancel = default) =>
    [
        new("Everything", [new(new FeedTopic.Posts(), $"{site.Title}: all posts"), new(new FeedTopic.Tips(), $"{site.Title}: quick tips")]),
        await OfAsync("Categories", TermKind.Category, cancel),
        await OfAsync("Series", TermKind.Series, cancel),
        await OfAsync("Tags", TermKind.Tag, cancel),
    ];

    private async Task<FeedGroup> OfAsync(string name, TermKind kind, CancellationToken cancel) =>
        new(name, [.. (await taxonomy.CountsAsync(kind, cancel)).Select(c => new FeedOffer(new FeedTopic.About(kind, c.Term.Slug), $"{site.Title}: {c.Term.Name}"))]);
}

public sealed record FeedGroup(string Name, IReadOnlyList<FeedOffer> Feeds);

/// <param name="Title">As the feed itself says it.</param>
public sealed record FeedOffer(FeedTopic Topic, string Title)
{
    public string Path(IFeedFormat format) => new FeedAddress(Topic, format).Path;
}
