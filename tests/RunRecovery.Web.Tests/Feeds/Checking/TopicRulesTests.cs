using RunRecovery.Web.Feeds;
using RunRecovery.Web.Feeds.Checking;
using static RunRecovery.Web.Tests.Feeds.Checking.GoodFeed;

namespace RunRecovery.Web.Tests.Feeds.Checking;

public sealed class TopicRulesTests
{
    private static readonly FeedTopic Posts = new FeedTopic.Posts();

    [Fact]
    public void A_feed_and_its_archives_hold_every_post() =>
        Assert.Empty(TopicRules.Check(Posts, [Chain("RSS", "urn:uuid:1", "urn:uuid:2"), Chain("Atom", "urn:uuid:1", "urn:uuid:2")], GoodFeed.Blog));

    [Fact]
    public void A_post_that_no_document_holds_is_found() =>
        Assert.Equal("rule 24: neither it nor its archives hold \"Older\" (urn:uuid:2).", Assert.Single(TopicRules.Check(Posts, [Chain("RSS", "urn:uuid:1")], GoodFeed.Blog)).Fault.ToString());

    [Fact]
    public void Formats_that_hold_other_entries_are_found()
    {
        var (chain, fault) = TopicRules.Check(Posts, [Chain("RSS", "urn:uuid:1", "urn:uuid:2"), Chain("Atom", "urn:uuid:2", "urn:uuid:1")], GoodFeed.Blog).Single();

        Assert.Equal(("/atom.xml", "rule 1: its entries are not those of /rss.xml."), (chain.Newest.Path, fault.ToString()));
    }

    private static FeedChain Chain(string format, params string[] ids) => new(new FeedAddress(Posts, Format(format)), ids);
}
