using System.Globalization;
using System.Net;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Recovery;
using RunRecovery.Web.Tests.Feeds;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Recovery;

public sealed class PlanFeedTests : PlanBlog
{
    [Theory]
    [InlineData("Pacific/Auckland", "2026-11-23T11:00:00Z")]
    [InlineData("UTC", "2026-11-24T00:00:00Z")]
    [InlineData("America/Los_Angeles", "2026-11-24T08:00:00Z")]
    public async Task A_day_appears_when_it_begins_where_the_reader_lives(string zone, string begins)
    {
        var first = DateTime.Parse(begins, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        // The day after the run begins a day later; the clock stands a second before it.
        var plan = Request($"distance=marathon&date=2026-11-24&zone={Uri.EscapeDataString(zone)}&v=1");
        Blog.Clock.SetUtcNow(first.AddDays(1).AddSeconds(-1) > Now ? first.AddDays(1).AddSeconds(-1) : Now);

        foreach (var (ending, _) in PlanForms.Formats)
        {
            var isAfter = Blog.Clock.GetUtcNow() >= first.AddDays(1);
            var entries = (await Feed(plan, ending)).Entries;
            Assert.Equal(isAfter ? 2 : 1, entries.Count);
            Assert.Equal(first, DateTime.Parse(entries[^1].Published, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        }

        Blog.Clock.SetUtcNow(first.AddDays(2).AddSeconds(-1));
        Assert.Equal(2, (await Feed(plan, ".rss")).Entries.Count);
        Assert.Equal(TimeSpan.FromSeconds(1), (await Get(Links.Of(plan, ".rss"))).Headers.CacheControl!.MaxAge);
        Blog.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await Feed(plan, ".rss")).Entries.Count);
        Assert.Equal(TimeSpan.FromSeconds(300), (await Get(Links.Of(plan, ".rss"))).Headers.CacheControl!.MaxAge);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-06", "2026-04-05T13:30:00Z")]
    public void A_day_begins_once_also_when_the_clock_goes_over_midnight(string zone, string date, string begins) => Assert.Equal(
        begins,
        ReadersDay.Begin(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Before_the_run_there_is_a_feed_without_entries(string ending)
    {
        var feed = await Feed(Request("distance=marathon&date=2027-05-01&v=1"), ending);

        Assert.Empty(feed.Entries);
        Assert.Equal("Recovery: Marathon, 1 May 2027", feed.Title);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task An_entry_says_what_to_do_what_may_help_and_when_to_ask_for_help(string ending)
    {
        await Blog.Save(ATip("walk", "Walk <a little> & \"rest\" 😀"));

        var feed = await Feed(Request(Marathon), ending);
        var entry = feed.Entries[0];

        Assert.Equal((3, "Day 2: No running"), (feed.Entries.Count, entry.Title));
        Assert.Equal(($"http://localhost:5000/recovery/plan{ending}?{Marathon}", $"http://localhost:5000/recovery/plan?{Marathon}"), (feed.Self, feed.Page));
        Assert.Equal((string[])["Rest days"], entry.Categories);
        Assert.Equal("Walk 20 to 30 minutes.", entry.Summary);
        Assert.StartsWith("<p>Walk 20 to 30 minutes.</p><ul><li><a href=\"http://localhost:5000/tips/walk\">Walk &lt;a little&gt; &amp; ", entry.Html, StringComparison.Ordinal);
        Assert.Contains("</a>: Easy days.</li></ul>", entry.Html, StringComparison.Ordinal);
        Assert.Contains("Chest pain", entry.Html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"http://localhost:5000/recovery/plan?{Marathon.Replace("&", "&amp;", StringComparison.Ordinal)}#warnings\">", entry.Html, StringComparison.Ordinal);
        Assert.Contains("clear nobody to run", entry.Html, StringComparison.Ordinal);
        Assert.Null(feed.PreviousArchive);
        Assert.DoesNotContain("hub", await Text($"/recovery/plan{ending}?{Marathon}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_the_event_of_its_day_in_every_format()
    {
        var events = (await Calendar(Marathon)).Events.Take(3).Reverse().Select(e => $"urn:uuid:{e.Uid}").ToList();
        foreach (var (ending, _) in PlanForms.Formats)
        {
            Assert.Equal(events, (await Feed(Request(Marathon), ending)).Entries.Select(e => e.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_better_tip_is_quoted_and_notifies_nobody(string ending)
    {
        var tip = ATip("walk", "Walk");
        var saved = await Blog.Save(tip);
        var before = (await Feed(Request(Marathon), ending)).Entries;

        await Blog.Save(tip with { UpdatedAt = Now.AddHours(-1), Title = "Walk slowly", Markdown = "Very slowly." }, saved);
        var after = (await Feed(Request(Marathon), ending)).Entries;

        Assert.Equal(before.Select(e => (e.Id, e.Published, e.Updated, e.Title)), after.Select(e => (e.Id, e.Published, e.Updated, e.Title)));
        Assert.All(after, e => Assert.Equal(DateTimeOffset.Parse(e.Published, CultureInfo.InvariantCulture), DateTimeOffset.Parse(e.Updated ?? e.Published, CultureInfo.InvariantCulture)));
        Assert.Equal(2, after.Count(e => e.Html.Contains("Walk slowly</a>: Very slowly.", StringComparison.Ordinal)));
        Assert.Equal(before[2], after[2] with { Categories = before[2].Categories });
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_feed_has_the_newest_thirty_days(string ending)
    {
        var plan = Request("distance=100k&date=2026-11-22&v=1");
        Blog.Clock.SetUtcNow(RecoveryPlanner.Plan(plan).FirstHardDay.Date.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));

        var entries = (await Feed(plan, ending)).Entries;

        Assert.Equal(30, entries.Count);
        Assert.Equal(RecoveryPlanner.Plan(plan).Days.Reverse().Take(30).Select(day => $"Day {day.Day}"), entries.Select(e => e.Title!.Split(':')[0]));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Whoever_asks_by_time_hears_of_each_day_and_of_each_save(string ending)
    {
        var address = $"/recovery/plan{ending}?{Marathon}";
        var midnight = new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);
        // So near that nothing else that the clock does comes between.
        Blog.Clock.SetUtcNow(midnight.AddSeconds(-2));
        var saved = await Blog.Save(ATip("walk"));

        // In the second of a save its bytes and those before it could not be told apart by time.
        Assert.Null((await Get(address)).Content.Headers.LastModified);
        Blog.Clock.Advance(TimeSpan.FromSeconds(1));
        var first = await Time();
        Assert.Equal(midnight.AddSeconds(-1).ToString("R"), first);
        Assert.Equal(HttpStatusCode.NotModified, await Asked(first));

        Blog.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await Asked(first));
        var second = await Time();
        Assert.Equal(midnight.ToString("R"), second);
        Assert.Equal(HttpStatusCode.NotModified, await Asked(second));

        await Blog.Save(ATip("walk", "Walk slowly"), saved);
        Assert.Equal(HttpStatusCode.OK, await Asked(second));
        Blog.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await Asked(second));
        Assert.Equal(HttpStatusCode.NotModified, await Asked(await Time()));

        async Task<string> Time() => (await Get(address)).Content.Headers.LastModified!.Value.ToString("R");
        async Task<HttpStatusCode> Asked(string since) => (await Get(address, ("If-Modified-Since", since))).StatusCode;
    }

    [Fact]
    public async Task What_leaves_the_plan_as_it_is_does_not_make_it_another_feed()
    {
        var id = await Id("distance=marathon&date=2026-11-22&v=1");

        Assert.Equal(id, await Id("distance=marathon&date=2026-11-22&time=3%3A10%3A00&units=mi&zone=Pacific%2FAuckland&v=1"));
        Assert.Equal(id, await Id("distance=marathon&date=2026-11-22&held=8&v=1"));
        Assert.Equal(id, await Id("distance=marathon&date=2026-11-22&next=2027-01-10&v=1"));
        Assert.Equal(id, await Id("km=42.195&effort=all_out&date=2026-11-22&soreness=1&usual=40&v=1"));
        Assert.NotEqual(id, await Id("distance=marathon&date=2026-11-23&v=1"));
    }

    private async Task<string> Id(string query) => System.Xml.Linq.XDocument.Parse(await Text($"/recovery/plan.atom?{query}")).Root!.Element(ReadFeed.Atom + "id")!.Value;
}
