using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Recovery;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Recovery;

/// <summary>Calendars, read by a library of others.</summary>
public sealed partial class PlanCalendarTests : PlanBlog
{
    private static readonly DateTimeOffset RulesSince = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_calendar_says_what_it_is_and_how_often_to_ask()
    {
        var calendar = await Calendar(Marathon);

        Assert.Empty(calendar.Problems);
        Assert.Equal(["VCALENDAR", "VEVENT"], calendar.Components);
        Assert.Equal(("2.0", (string?)null, "PT12H", "PT12H"), (calendar.Version, calendar.Method, calendar.Refresh, calendar.Lifetime));
        Assert.Equal("Recovery: Marathon, 22 November 2026", calendar.Name);
        Assert.Equal(calendar.Name, calendar.ShownName);
        Assert.StartsWith("-//RunRecovery//", calendar.Product, StringComparison.Ordinal);
        Assert.Equal($"http://localhost:5000/recovery/plan?{Marathon}", calendar.Url);
        Assert.Equal($"http://localhost:5000/recovery/plan.ics?{Marathon}", calendar.Source);
    }

    [Fact]
    public async Task An_event_says_what_to_do_what_may_help_and_when_to_ask_for_help()
    {
        await Blog.Save(ATip("walk-a-little", "Walk a little"));
        var calendar = await Calendar(Marathon);
        var (run, rest, easy) = (calendar.Events[0], calendar.Events[1], calendar.Events[8]);

        Assert.Equal("Easy run, 15 min", easy.Summary);
        Assert.StartsWith("15 minutes, 35% of your usual easy run.\n", easy.Description, StringComparison.Ordinal);
        Assert.Contains("Walk 10 to 20 minutes", rest.Description, StringComparison.Ordinal);
        Assert.Contains("\nWalk a little: Easy days. http://localhost:5000/tips/walk-a-little\n", rest.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("walk-a-little", easy.Description, StringComparison.Ordinal);
        Assert.StartsWith("First two hours: Keep walking", run.Description, StringComparison.Ordinal);
        Assert.Contains("\nRest of the day: Eat and drink", run.Description, StringComparison.Ordinal);
        Assert.Equal((string[])["First two hours", "Rest of the day"], run.Categories);
        Assert.Equal((string[])["Rest days"], rest.Categories);
        Assert.All(calendar.Events, e =>
        {
            Assert.Equal("TRANSPARENT", e.Transparency);
            Assert.Contains("Chest pain", e.Description, StringComparison.Ordinal);
            Assert.Contains($"; what to do then: http://localhost:5000/recovery/plan?{Marathon}#warnings\n", e.Description, StringComparison.Ordinal);
            Assert.EndsWith("clear nobody to run.", e.Description, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("distance=marathon&date=2028-02-20&v=1", "2028-02-28", "2028-02-29", "2028-03-01")]
    [InlineData("distance=marathon&date=2027-02-20&v=1", "2027-02-27", "2027-02-28", "2027-03-01")]
    [InlineData("distance=marathon&date=2026-12-20&v=1", "2026-12-30", "2026-12-31", "2027-01-01")]
    [InlineData("distance=marathon&date=2026-10-20&zone=Europe%2FBerlin&v=1", "2026-10-24", "2026-10-25", "2026-10-26")]
    [InlineData("distance=marathon&date=2027-03-10&zone=America%2FLos_Angeles&v=1", "2027-03-13", "2027-03-14", "2027-03-15")]
    public async Task Whole_days_follow_each_other_over_leap_days_years_and_clock_changes(string query, string before, string day, string after)
    {
        var events = (await Calendar(query)).Events;
        var at = Array.FindIndex(events, e => e.Start == day);

        Assert.Equal((before, day, after), (events[at - 1].Start, events[at].Start, events[at + 1].Start));
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.Equal(28, events.Length);
    }

    [Theory]
    [InlineData("distance=marathon&date=2026-11-22&time=3%3A10%3A00&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&units=mi&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&next=2027-01-01&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&zone=Pacific%2FAuckland&v=1")]
    [InlineData("km=42.195&effort=all_out&date=2026-11-22&v=1")]
    [InlineData("mi=26.218757&effort=all_out&date=2026-11-22&v=1")]
    [InlineData("mi=26.2188&effort=all_out&date=2026-11-22&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&usual=40&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&soreness=0&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&soreness=2&v=1")]
    public async Task A_day_keeps_its_id_whatever_else_is_said(string query) =>
        Assert.Equal((await Calendar(Marathon)).Events.Select(e => e.Uid), (await Calendar(query)).Events.Select(e => e.Uid));

    [Theory]
    [InlineData("distance=marathon&date=2026-11-23&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&soreness=5&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&usual=60&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&experience=experienced&usual=40&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&terrain=rolling&v=1")]
    [InlineData("distance=marathon&effort=hard&date=2026-11-22&v=1")]
    [InlineData("km=42.196&effort=all_out&date=2026-11-22&v=1")]
    public async Task Another_plan_has_other_ids(string query) =>
        Assert.Empty((await Calendar(Marathon)).Events.Select(e => e.Uid).Intersect((await Calendar(query)).Events.Select(e => e.Uid)));

    [Theory]
    [InlineData("distance=half&date=2026-11-22&v=1")]
    [InlineData("km=21.0975&effort=all_out&date=2026-11-22&v=1")]
    [InlineData("mi=13.109376&effort=all_out&date=2026-11-22&v=1")]
    [InlineData("mi=13.109379&effort=all_out&date=2026-11-22&usual=40&soreness=2&v=1")]
    public async Task Ids_are_what_they_were_in_the_first_calendar(string query)
    {
        await Blog.Ask<BlogContext, int>(db => db.SiteIdentities.ExecuteUpdateAsync(site => site.SetProperty(s => s.Uuid, new Guid("00000000-0000-4000-8000-000000000001"))));

        var held = Request($"{query}&held=4");
        var events = (await Calendar(held)).Events;

        // Other ids here are all days once more in every calendar and every feed reader.
        Assert.Equal(
            ["7fb1ab06-785a-5507-9657-730d84b5c3ca", "936c1d40-5882-5445-9a38-01bbf76551e8", "097d24a9-8ef2-5a68-aa86-6bbae19bbde1", "d10158a8-59e0-5081-a6f3-7640e7739c00"],
            new[] { events[0], events[1], events[4], events[5] }.Select(e => e.Uid));
        Assert.Equal("urn:uuid:d171ac1c-4964-5e5e-85f7-395588b44067", XDocument.Parse(await Text(Links.Of(held, ".atom"))).Root!.Elements().First(e => e.Name.LocalName == "id").Value);
    }

    /// <summary>Ten miles, written more and less exactly, lie on both sides of a step of the rules.</summary>
    [Fact]
    public async Task Plans_with_other_days_have_other_events_however_little_lies_between_their_distances()
    {
        var (fewer, more) = (await Calendar("km=16.0934&effort=all_out&experience=new&date=2026-11-16&v=1"), await Calendar("km=16.09344&effort=all_out&experience=new&date=2026-11-16&v=1"));

        Assert.NotEqual(fewer.Events.Length, more.Events.Length);
        Assert.Empty(fewer.Events.Select(e => e.Uid).Intersect(more.Events.Select(e => e.Uid)));
    }

    [Theory]
    [InlineData("distance=5k&usual=10&date=2026-11-22&v=1", "15 minutes, 60% of your usual easy run would be less, and no run is shorter", "longer")]
    [InlineData("distance=5k&usual=240&date=2026-11-22&v=1", "90 minutes, 60% of your usual easy run would be more, and no run is longer", "shorter")]
    [InlineData("distance=5k&usual=25&date=2026-11-22&v=1", "15 minutes, 60% of your usual easy run", "no run is")]
    public async Task Where_a_limit_decides_and_not_the_share_of_the_usual_run_a_day_says_so(string query, string said, string unsaid)
    {
        var runs = (await Calendar(query)).Events.Where(e => e.Description.Contains("minutes,", StringComparison.Ordinal)).Select(e => e.Description).ToList();

        Assert.Contains(runs, run => run.Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain(runs, run => run.Contains(unsaid, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_is_put_off_moves_and_stays_the_same_event()
    {
        var before = (await Calendar(Marathon)).Events;
        var held = (await Calendar("distance=marathon&date=2026-11-22&held=8&v=1")).Events;
        var again = (await Calendar("distance=marathon&date=2026-11-22&held=8.9&v=1")).Events;

        Assert.Equal("Run put off", held[8].Summary);
        Assert.DoesNotContain(held[8].Uid, before.Select(e => e.Uid));
        Assert.Equal(before.Select(e => e.Uid), held.Select(e => e.Uid).Except([held[8].Uid]));
        Assert.Equal(held.Select(e => e.Uid), again.Select(e => e.Uid).Except([again[9].Uid]));
        foreach (var (moved, was) in from moved in held join was in before on moved.Uid equals was.Uid select (moved, was))
        {
            var isLater = string.CompareOrdinal(was.Start, "2026-11-30") >= 0;
            Assert.Equal((isLater ? was.End : was.Start, isLater ? 1 : 0, was.Summary), (moved.Start, moved.Sequence, moved.Summary));
            Assert.Equal(was.Changed, moved.Changed);
        }

        Assert.Equal(2, again[10].Sequence);
        Assert.Equal(again[10].Uid, before[8].Uid);
    }

    [Fact]
    public async Task Nothing_was_changed_in_the_future()
    {
        const string Held = "distance=marathon&date=2026-11-22&held=8&v=1";
        var putOff = new DateTime(2026, 11, 30, 0, 0, 0, DateTimeKind.Utc);
        Blog.Clock.SetUtcNow(putOff.AddSeconds(-2));
        await Blog.Save(ATip("walk") with { UpdatedAt = putOff.AddHours(1) });

        Assert.All((await Calendar(Held)).Events, e => Assert.InRange(e.Changed.UtcDateTime, RulesSince.UtcDateTime, putOff.AddDays(-1)));
        Blog.Clock.Advance(TimeSpan.FromSeconds(1));
        var eve = (await Get($"/recovery/plan.ics?{Held}")).Content.Headers.LastModified!.Value.ToString("R");
        Assert.Equal(HttpStatusCode.NotModified, (await Get($"/recovery/plan.ics?{Held}", ("If-Modified-Since", eve))).StatusCode);

        Blog.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All((await Calendar(Held)).Events, e => Assert.Equal(e.Start.CompareTo("2026-11-30", StringComparison.Ordinal) >= 0, e.Changed == putOff));
        Assert.Equal(HttpStatusCode.OK, (await Get($"/recovery/plan.ics?{Held}", ("If-Modified-Since", eve))).StatusCode);
    }

    [Fact]
    public async Task Better_words_of_the_planner_reach_subscribers()
    {
        var words = ContentWith(phases => phases.Replace("2026-11-24", "2026-11-26", StringComparison.Ordinal));
        using var blog = new BlogApplication { Content = words };
        using var browser = blog.Browser();

        Assert.Contains("LAST-MODIFIED:20261124T000000Z", await browser.GetStringAsync($"/recovery/plan.ics?{Marathon}"), StringComparison.Ordinal);
        blog.Clock.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain("LAST-MODIFIED:20261124T000000Z", await browser.GetStringAsync($"/recovery/plan.ics?{Marathon}"), StringComparison.Ordinal);
        Assert.Contains("LAST-MODIFIED:20261126T000000Z", await browser.GetStringAsync($"/recovery/plan.ics?{Marathon}"), StringComparison.Ordinal);
        Directory.Delete(words, recursive: true);
    }

    [Theory]
    [InlineData("\"changed\": \"2026-11-24\",", "")]
    [InlineData("2026-11-24", "lately")]
    public void Words_say_when_they_were_changed(string written, string wrong)
    {
        var words = ContentWith(phases => phases.Replace(written, wrong, StringComparison.Ordinal));

        var problem = Assert.Single(new RecoveryLibrary(words).Problems);

        Assert.Contains("changed", problem.ToString(), StringComparison.Ordinal);
        Directory.Delete(words, recursive: true);
    }

    [Fact]
    public async Task A_better_tip_reaches_subscribers_and_touches_nothing_else()
    {
        var tip = ATip("walk", "Walk");
        var saved = await Blog.Save(tip);
        var before = await Text($"/recovery/plan.ics?{Marathon}");
        Assert.All((await Calendar(Marathon)).Events, e => Assert.Equal((RulesSince, RulesSince), (e.Changed, e.Stamp)));
        Blog.Clock.Advance(TimeSpan.FromDays(1));

        await Blog.Save(tip with { UpdatedAt = Now.AddHours(20) }, saved);

        var after = await Calendar(Marathon);
        Assert.All(after.Events, e => Assert.Equal(e.Categories.Contains("Rest days") ? Now.AddHours(20) : RulesSince.UtcDateTime, e.Changed.UtcDateTime));
        Assert.All(after.Events, e => Assert.Equal(e.Changed, e.Stamp));
        Assert.Equal(Times().Replace(before, ""), Times().Replace(await Text($"/recovery/plan.ics?{Marathon}"), ""));
    }

    [Theory]
    [InlineData("Eat, drink; rest \\ or not, \"quoted\" & <b>")]
    [InlineData("Schön 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 und länger als eine Zeile, 走る 走る 走る 走る 走る 走る 走る 走る")]
    [InlineData("Ohne Bild: ööööööööööööööööööööööööööööööööööööööööööööööööööööööööööööö 走る 走る 走る 走る 走る 走る")]
    [InlineData("BEGIN:VEVENT")]
    public async Task Long_and_odd_texts_come_back_as_they_were(string title)
    {
        await Blog.Save(ATip("odd", title));

        var lines = (await Text($"/recovery/plan.ics?{Marathon}")).Split("\r\n");
        var calendar = await Calendar(Marathon);

        Assert.Empty(calendar.Problems);
        Assert.Contains($"\n{title}: Easy days. http://localhost:5000/tips/odd\n", calendar.Events[1].Description, StringComparison.Ordinal);
        Assert.All(lines, line =>
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\uFFFD', line);
        });
        Assert.Contains(lines, line => line.StartsWith(' '));
    }

    [Fact]
    public async Task A_calendar_opens_and_is_called_by_the_day_of_the_run()
    {
        var answer = await Get($"/recovery/plan.ics?{Marathon}");

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline; filename=recovery-2026-11-22.ics", answer.Content.Headers.ContentDisposition!.ToString());
    }

    [Fact]
    public void A_plan_is_called_in_the_units_of_its_reader() =>
        Assert.Equal("Recovery: 8 miles, 1 January 2027", Web.Recovery.DayWords.Name(Request("mi=8&date=2027-01-01&units=mi") with { Effort = Effort.Easy }));

    [Fact]
    public async Task A_long_tip_is_quoted_in_part()
    {
        await Blog.Save(ATip("long", "Long") with { Summary = $"Walk {string.Concat(Enumerable.Repeat("a little more ", 20))}" });

        var line = Assert.Single((await Calendar(Marathon)).Events[1].Description.Split('\n'), line => line.StartsWith("Long: ", StringComparison.Ordinal));

        var quoted = line["Long: ".Length..^" http://localhost:5000/tips/long".Length];
        Assert.InRange(quoted.Length, 140, 160);
        Assert.EndsWith("…", quoted, StringComparison.Ordinal);
        Assert.Contains(quoted.Split(' ')[^1], (string[])["a…", "little…", "more…"]);
    }

    /// <summary>That which ships, with other words in the planner. Whoever asks for it deletes it.</summary>
    private static string ContentWith(Func<string, string> words)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "recovery"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Content, "recovery"), "*.json"))
        {
            var text = File.ReadAllText(file);
            File.WriteAllText(Path.Combine(folder, "recovery", Path.GetFileName(file)), file.EndsWith("phases.json", StringComparison.Ordinal) ? words(text) : text);
        }

        return folder;
    }

    [GeneratedRegex("(LAST-MODIFIED|DTSTAMP):[0-9TZ]+")]
    private static partial Regex Times();
}
