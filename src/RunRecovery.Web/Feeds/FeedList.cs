using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Feeds;

/// <summary>Every topic that has a feed and something in it.</summary>
public sealed class FeedList(TaxonomyService taxonomy, SiteOptions site)
{
    public async Task<IReadOnlyList<FeedGroup>> AllAsync(CancellationToken cancel = default) =>
    [
        new("Everything", [FeedOffer.Everything(site), FeedOffer.Tips(site)]),
        await OfAsync("Categories", TermKind.Category, cancel),
        await OfAsync("Series", TermKind.Series, cancel),
        await OfAsync("Tags", TermKind.Tag, cancel),
    ];

    private async Task<FeedGroup> OfAsync(string name, TermKind kind, CancellationToken cancel) =>
        new(name, [.. (await taxonomy.CountsAsync(kind, cancel)).Select(c => FeedOffer.About(c.Term, site))]);
}

public sealed record FeedGroup(string Name, IReadOnlyList<FeedOffer> Feeds);

/// <param name="Title">For people: distinct from that of every other feed here.</param>
/// <param name="Name">The same where the blog's own name is already clear.</param>
public sealed record FeedOffer(FeedTopic Topic, string Title, string Name)
{
    public static FeedOffer Everything(SiteOptions site) => Of(site, new FeedTopic.Posts(), "All posts");

    public static FeedOffer Tips(SiteOptions site) => Of(site, new FeedTopic.Tips(), "Quick tips");

    public static FeedOffer About(Term term, SiteOptions site) => Of(site, new FeedTopic.About(term.Kind, term.Slug), term.Name);

    private static FeedOffer Of(SiteOptions site, FeedTopic topic, string name) => new(topic, $"{site.Title}: {name}", name);

    public string Path(IFeedFormat format) => new FeedAddress(Topic, format).Path;
}
