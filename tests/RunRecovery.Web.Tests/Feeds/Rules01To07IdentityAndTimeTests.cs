using System.Globalization;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds;

public sealed class Rules01To07IdentityAndTimeTests : FeedTests
{
    [Fact]
    public async Task Rule_1_an_id_is_stored_and_the_same_in_all_formats()
    {
        await Save(APost("easy-days") with { FeedId = "urn:uuid:1" });

        foreach (var format in new[] { "/rss.xml", "/atom.xml", "/feed.json" })
        {
            Assert.Equal("urn:uuid:1", (await Only(format)).Id);
        }

        Assert.Contains("<guid isPermaLink=\"false\">", await Text("/rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_1_an_id_comes_from_nothing_that_can_change()
    {
        var saved = await Save(APost("easy-days"));
        var before = await Only("/atom.xml");
        Blog.Clock.Advance(TimeSpan.FromHours(1));

        await Save(APost("other-days", "Other title") with { Date = Now }, saved);

        Assert.Equal(before.Id, (await Only("/atom.xml")).Id);
        Assert.StartsWith("urn:uuid:", before.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_2_no_id_appears_twice()
    {
        for (var i = 0; i < 15; i++)
        {
            await Save(APost($"post-{i}") with { Date = Now.AddMinutes(-1) });
        }

        var ids = (await Read("/atom.xml")).Entries.Select(e => e.Id).ToList();

        Assert.Equal(15, ids.Distinct().Count());
        Assert.DoesNotContain(ids, id => id.Contains('#', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rule_3_no_address_comes_from_the_host_header()
    {
        await Save(APost("easy-days") with { Markdown = "[a](/tips)" });
        using var browser = Blog.Browser();
        browser.DefaultRequestHeaders.Host = "evil.example";

        foreach (var address in new[] { "/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml", "/sitemap.xml", "/", "/subscribe" })
        {
            Assert.DoesNotContain("evil.example", await browser.GetStringAsync(address), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_4_a_minor_edit_changes_no_time_and_a_significant_one_only_the_update(string format)
    {
        var saved = await Save(APost("easy-days"));
        var first = await Only($"/{format}");
        Blog.Clock.Advance(TimeSpan.FromHours(1));
        saved = await Save(APost("easy-days") with { Markdown = "Easy days!", Date = Now.AddDays(-5) }, saved);
        var minor = await Only($"/{format}");
        await Save(APost("easy-days") with { Markdown = "Very easy days.", UpdatedAt = Now.AddHours(1) }, saved);
        var significant = await Only($"/{format}");

        Assert.Equal((first.Published, first.Updated), (minor.Published, minor.Updated));
        Assert.NotEqual(first.Html, minor.Html);
        Assert.Equal(first.Published, significant.Published);
        Assert.Contains("2026-11-24T13:00:00Z", significant.Updated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_5_the_feed_is_as_new_as_its_newest_entry()
    {
        await Save(APost("old") with { UpdatedAt = Now.AddHours(-1) });
        await Save(APost("new") with { Date = Now.AddHours(-2) });

        Assert.Equal("2026-11-24T11:00:00Z", (await Read("/atom.xml")).Updated);
        Assert.Equal("Tue, 24 Nov 2026 11:00:00 +0000", (await Read("/rss.xml")).Updated);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_5_an_unchanged_feed_is_the_same_to_the_byte_also_after_a_restart(string format)
    {
        await Save(APost("easy-days") with { Tags = ["Sleep"] });
        var first = await Text($"/tags/sleep/{format}");
        Blog.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(first, await Text($"/tags/sleep/{format}"));

        await using var restarted = new BlogApplication { Data = Blog.Data };
        using var browser = restarted.Browser();

        Assert.Equal(first, await browser.GetStringAsync($"/tags/sleep/{format}"));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task Rule_6_dates_are_those_of_the_format_under_every_culture(string culture)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            await Save(APost("easy-days"));

            Assert.Equal("Mon, 23 Nov 2026 12:00:00 +0000", (await Only("/rss.xml")).Published);
            Assert.Equal("2026-11-23T12:00:00Z", (await Only("/atom.xml")).Published);
            Assert.Equal("2026-11-23T12:00:00Z", (await Only("/feed.json")).Published);
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = null;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_7_no_future_entries_and_the_newest_publication_first(string format)
    {
        await Save(APost("created-first") with { Date = Now.AddHours(-1) });
        await Save(APost("created-later-published-before") with { Date = Now.AddHours(-2) });
        await Save(APost("tomorrow") with { Date = Now.AddDays(1) });

        var feed = await Read($"/{format}");

        Assert.Equal(["http://localhost:5000/posts/created-first", "http://localhost:5000/posts/created-later-published-before"], feed.Entries.Select(e => e.Link));
    }

    [Fact]
    public async Task Rule_7_two_posts_of_one_second_keep_their_order()
    {
        await Save(APost("a"));
        await Save(APost("b"));

        var first = (await Read("/atom.xml")).Entries.Select(e => e.Link).ToList();
        await Save(APost("c") with { Date = Now.AddDays(-2) });

        Assert.Equal(first, (await Read("/atom.xml")).Entries.Take(2).Select(e => e.Link));
    }
}
