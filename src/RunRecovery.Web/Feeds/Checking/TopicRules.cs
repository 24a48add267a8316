namespace RunRecovery.Web.Feeds.Checking;

/// <summary>What only all documents of a topic together show.</summary>
public static class TopicRules
{
    /// <param name="chains">Each format's documents, the newest and then its archives.</param>
    public static IEnumerable<(FeedChain Chain, Fault Fault)> Check(FeedTopic topic, IReadOnlyList<FeedChain> chains, StoredBlog blog) =>
        chains.SelectMany(chain => FormatsAgree(chain, chains[0]).Concat(EveryPostIsReached(chain, topic, blog)).Select(fault => (chain, fault)));

    private static IEnumerable<Fault> FormatsAgree(FeedChain chain, FeedChain first) =>
        chain.Ids.SequenceEqual(first.Ids) ? [] : [new Fault(1, $"its entries are not those of {first.Newest.Path}.")];

    private static IEnumerable<Fault> EveryPostIsReached(FeedChain chain, FeedTopic topic, StoredBlog blog) =>
        blog.About(topic).ExceptBy(chain.Ids, post => post.FeedId).Select(post => new Fault(24, $"neither it nor its archives hold \"{post.Title}\" ({post.FeedId})."));
}

/// <summary>A feed and its archives, as a reader follows them.</summary>
/// <param name="Ids">Of all entries.</param>
public sealed record FeedChain(FeedAddress Newest, IReadOnlyList<string> Ids);
