using System.Text.RegularExpressions;
using System.Xml.Linq;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds;

public sealed partial class Rules25To27DiscoveryTests : FeedTests
{
    [Theory]
    [InlineData("/", "")]
    [InlineData("/posts/easy-days", "")]
    [InlineData("/about", "")]
    [InlineData("/archive", "")]
    [InlineData("/nowhere", "")]
    [InlineData("/tips", "/tips")]
    [InlineData("/tags/sleep", "/tags/sleep")]
    [InlineData("/categories/recovery", "/categories/recovery")]
    [InlineData("/series/weeks", "/series/weeks")]
    public async Task Rule_25_every_page_links_the_sites_feeds_and_its_own(string page, string topic)
    {
        await Save(APost("easy-days") with { Tags = ["Sleep"], Categories = ["Recovery"], Series = "Weeks" });
        await Save(APage("about"));
        using var browser = Blog.Browser();

        var links = Alternate.Matches(await (await browser.GetAsync(page)).Content.ReadAsStringAsync());

        var expected = new[] { "", topic }.Distinct().SelectMany(t => new[] { $"{t}/rss.xml", $"{t}/atom.xml", $"{t}/feed.json" });
        Assert.Equal(expected, links.Select(l => l.Groups["href"].Value));
        Assert.Equal(links.Count, links.Select(l => l.Groups["title"].Value).Distinct().Count());
    }

    [Theory]
    [InlineData("/rss.xml", "http://localhost:5000/")]
    [InlineData("/atom.xml", "http://localhost:5000/")]
    [InlineData("/tags/sleep/rss.xml", "http://localhost:5000/tags/sleep")]
    [InlineData("/tags/sleep/feed.json", "http://localhost:5000/tags/sleep")]
    [InlineData("/tips/atom.xml", "http://localhost:5000/tips")]
    public async Task Rule_26_a_feed_names_itself_and_its_page(string address, string page)
    {
        await Save(APost("easy-days") with { Tags = ["Sleep"] });

        var feed = await Read(address);

        Assert.Equal($"http://localhost:5000{address}", feed.Self);
        Assert.Equal(page, feed.Page);
    }

    [Fact]
    public async Task Rule_26_with_a_hub_the_headers_say_so_too()
    {
        await using var blog = new BlogApplication { Settings = { ["WebSub:Hub"] = "https://hub.example/" } };
        using var browser = blog.Browser();

        var answer = await browser.GetAsync("/rss.xml");

        var link = string.Join(", ", answer.Headers.GetValues("Link"));
        Assert.Contains("<http://localhost:5000/rss.xml>; rel=\"self\"", link, StringComparison.Ordinal);
        Assert.Contains("<https://hub.example/>; rel=\"hub\"", link, StringComparison.Ordinal);
        Assert.Contains("rel=\"hub\" href=\"https://hub.example/\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_27_the_list_names_every_feed_and_each_of_them_answers()
    {
        await Save(APost("easy-days") with { Tags = ["Sleep", "Ünïcode & more"], Categories = ["Recovery"], Series = "Weeks" });
        using var browser = Blog.Browser();

        var feeds = XDocument.Parse(await Text("/feeds.opml")).Descendants("outline").Where(o => o.Attribute("xmlUrl") is not null).ToList();

        Assert.Equal(6, feeds.Count);
        Assert.Equal(6, feeds.Select(f => f.Attribute("title")!.Value).Distinct().Count());
        foreach (var feed in feeds)
        {
            Assert.Equal(feed.Attribute("htmlUrl")!.Value, (await Read(new Uri(feed.Attribute("xmlUrl")!.Value).PathAndQuery)).Page);
        }
    }

    [Fact]
    public async Task Rule_27_people_are_told_what_feeds_are_and_find_all_of_them()
    {
        await Save(APost("easy-days") with { Tags = ["Sleep"] });

        var page = await Text("/subscribe");

        Assert.Contains("feed reader", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/tags/sleep/rss.xml\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds.opml\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<?xml-stylesheet", await Text("/rss.xml"), StringComparison.Ordinal);
        Assert.Contains("href=\"/subscribe\"", await Text("/posts/easy-days"), StringComparison.Ordinal);
    }

    [GeneratedRegex("<link rel=\"alternate\" type=\"application/[^\"]+\" title=\"(?<title>[^\"]+)\" href=\"(?<href>[^\"]+)\">")]
    private static partial Regex Alternate { get; }
}
