using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Web.Feeds;

/// <summary>What a feed is about, as its address says it.</summary>
public abstract record FeedTopic
{
    private FeedTopic()
    {
    }

    public sealed record Posts : FeedTopic;

    public sealed record Tips : FeedTopic;

    public sealed record About(TermKind Kind, string Slug) : FeedTopic;

    /// <summary>The page that shows the same to people.</summary>
    public string Page => this switch
    {
        Posts => Links.Home,
        Tips => Links.Tips,
        About about => Links.Of(about.Kind, about.Slug),
        _ => throw new InvalidOperationException("A topic without a page."),
    };
}
