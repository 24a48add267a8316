using RunRecovery.Web.Feeds;
using RunRecovery.Web.Feeds.Checking;
using static RunRecovery.Web.Tests.Feeds.Checking.GoodFeed;

namespace RunRecovery.Web.Tests.Feeds.Checking;

public sealed class TopicRulesTests
{
    private static readonly FeedTopic Posts = new FeedTopic.Posts();

    [Fact]
    public void A_feed_and_its_archives_hold_every_post() =>
        Assert.Empty(TopicRules.Check(Posts, [Chain("RSS", 0, 1), Chain("Atom", 0, 1)], GoodFeed.Blog));

    [Fact]
    public void A_post_that_no_document_holds_is_found() =>
        Assert.Equal("rule 24: neither it nor its archives hold \"Older\" (urn:uuid:2).", Assert.Single(TopicRules.Check(Posts, [Chain("RSS", 0)], GoodFeed.Blog)).Fault.ToString());

    [Fact]
    public void Formats_that_hold_other_entries_are_found()
    {
        var (chain, fault) = TopicRules.Check(Posts, [Chain("RSS", 0, 1), Chain("Atom", 1, 0)], GoodFeed.Blog).Single();

        Assert.Equal(("/atom.xml", "rule 1: its entries are not those of /rss.xml."), (chain.Newest.Path, fault.ToString()));
    }

    /// <summary>Each entry in a document of its own.</summary>
    private static FeedChain Chain(string format, params int[] entries) =>
        new(new FeedAddress(Posts, Format(format)), [.. entries.Select(e => Read(With() with { Entries = [With().Entries[e]] }, format))]);
}
