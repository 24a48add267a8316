using System.Xml.Linq;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds;

public sealed class RssTests : IDisposable
{
    private static readonly XName Content = XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/");
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task The_feed_carries_the_whole_text_and_the_stored_id_and_time()
    {
        await _blog.Save(APost("easy-days", "Easy & easier") with { FeedId = "urn:uuid:1", Markdown = "First.\n\n<!--more-->\n\nLast [link](/tips)." });

        var item = (await Feed()).Descendants("item").Single();

        Assert.Equal("Easy & easier", item.Element("title")!.Value);
        Assert.Equal("urn:uuid:1", item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal("Mon, 23 Nov 2026 12:00:00 +0000", item.Element("pubDate")!.Value);
        Assert.Contains("Last", item.Element(Content)!.Value, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5000/tips", item.Element(Content)!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_feed_is_the_same_to_the_byte()
    {
        await _blog.Save(APost("easy-days"));
        using var browser = _blog.Browser();

        var first = await browser.GetByteArrayAsync("/rss.xml");
        _blog.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(first, await browser.GetByteArrayAsync("/rss.xml"));
    }

    [Fact]
    public async Task A_new_title_and_slug_keep_id_and_time()
    {
        var saved = await _blog.Save(APost("easy-days"));
        var before = (await Feed()).Descendants("item").Single();
        _blog.Clock.Advance(TimeSpan.FromHours(1));
        await _blog.Save(APost("other-days", "Other title") with { Date = Now }, saved);
        var after = (await Feed()).Descendants("item").Single();

        Assert.Equal(before.Element("guid")!.Value, after.Element("guid")!.Value);
        Assert.Equal(before.Element("pubDate")!.Value, after.Element("pubDate")!.Value);
    }

    [Fact]
    public async Task Characters_that_xml_does_not_know_are_left_out()
    {
        await _blog.Save(APost("easy-days", "A\u0001B") with { Markdown = "C\u000bD ]]> \ufffe" });

        var item = (await Feed()).Descendants("item").Single();

        Assert.Equal("AB", item.Element("title")!.Value);
    }

    [Fact]
    public async Task No_address_comes_from_the_host_header()
    {
        await _blog.Save(APost("easy-days") with { Markdown = "[a](/tips)" });
        using var browser = _blog.Browser();
        browser.DefaultRequestHeaders.Host = "evil.example";

        Assert.DoesNotContain("evil.example", await browser.GetStringAsync("/rss.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", await browser.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private async Task<XDocument> Feed()
    {
        using var browser = _blog.Browser();
        return XDocument.Parse(await browser.GetStringAsync("/rss.xml"));
    }
}
