using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Recovery;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Recovery;

public sealed class PlannerPageTests : PlanBlog
{
    [Fact]
    public async Task The_form_needs_no_script_and_warns_before_it_asks()
    {
        var page = await Open("/recovery");
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json'])"));
        var text = page.QuerySelector("main")!.TextContent;
        Assert.True(text.IndexOf("Chest pain", StringComparison.Ordinal) < text.IndexOf("What did you run?", StringComparison.Ordinal));
        Assert.Equal(Shelf.Newest.Presets.Count + 1, page.QuerySelectorAll("#distance option").Length);
        Assert.Equal("2026-11-24", page.QuerySelector("#date")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("form :is(input:not([type=hidden], [type=radio]), select)"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
    }

    [Fact]
    public async Task The_form_filled_by_hand_leads_to_the_shortest_address_of_the_plan()
    {
        var form = (IHtmlFormElement)(await Open("/recovery")).QuerySelector("main form")!;
        ((IHtmlSelectElement)form["distance"]!).Value = "marathon";
        ((IHtmlInputElement)form["date"]!).Value = "2026-11-22";
        ((IHtmlSelectElement)form["soreness"]!).Value = "4";

        var answer = await Get(new Uri(form.GetSubmission()!.Target.Href).PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/recovery/plan?distance=marathon&date=2026-11-22&soreness=4&v=1", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_plan_that_is_changed_keeps_the_runs_that_were_put_off_and_its_rules()
    {
        var change = (await Open("/recovery/plan?distance=marathon&date=2026-11-10&held=12.13&v=1")).QuerySelectorAll(".plan-keep a").Single(link => link.TextContent == "Change something").GetAttribute("href")!;
        var form = (IHtmlFormElement)(await Open(change)).QuerySelector("main form")!;
        ((IHtmlInputElement)form["next"]!).Value = "2027-01-10";
        var answer = await Get(new Uri(form.GetSubmission()!.Target.Href).PathAndQuery);
        Assert.Equal("/recovery/plan?distance=marathon&date=2026-11-10&next=2027-01-10&held=12.13&v=1", answer.Headers.Location!.OriginalString);

        ((IHtmlInputElement)form["held"]!).IsChecked = false;
        answer = await Get(new Uri(form.GetSubmission()!.Target.Href).PathAndQuery);
        Assert.Equal("/recovery/plan?distance=marathon&date=2026-11-10&next=2027-01-10&v=1", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("distance=marathon&date=2026-11-22&time=3:30:00&zone=Europe/Berlin&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&time=3%3A30%3A00&zone=Europe%2FBerlin&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&time=3%3a30%3a00&zone=Europe%2fBerlin&v=1")]
    public async Task Escaped_or_not_it_is_the_same_address(string query) => Assert.Equal(HttpStatusCode.OK, (await Get($"/recovery/plan?{query}")).StatusCode);

    [Theory]
    [InlineData("distance=marathon&date=2026-11-22")]
    [InlineData("v=1&date=2026-11-22&distance=marathon")]
    [InlineData("distance=marathon&date=2026-11-22&effort=all_out&terrain=flat&km=&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&v=1&utm_source=club")]
    public async Task Other_spellings_of_a_plan_lead_to_its_address(string query)
    {
        var answer = await Get($"/recovery/plan?{query}");
        Assert.Equal((HttpStatusCode.Redirect, $"/recovery/plan?{Marathon}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task No_plan_without_a_run() => Assert.Equal("/recovery", (await Get("/recovery/plan")).Headers.Location!.OriginalString);

    [Theory]
    [MemberData(nameof(WorkedExamples))]
    public async Task The_page_shows_the_days_of_an_example_that_was_worked_by_hand(string query) => await AssertShows(Request(query));

    public static TheoryData<string> WorkedExamples =>
    [
        "km=5&effort=all_out&date=2026-11-22",
        "distance=half&experience=new&terrain=rolling&soreness=5&date=2026-11-22",
        "distance=long20&date=2026-11-21",
        "distance=marathon&date=2026-12-20&next=2027-01-10",
        "distance=intervals&experience=experienced&date=2026-11-24",
        "mi=8&effort=moderate&soreness=2&date=2026-11-22",
        "distance=100mi&experience=new&terrain=downhill&soreness=10&date=2028-02-20&held=19.20.41",
    ];

    [Fact]
    public async Task The_page_the_calendar_the_feeds_and_the_answer_for_programs_have_the_same_days()
    {
        Blog.Clock.Advance(TimeSpan.FromDays(60));
        foreach (var request in WorkedExamples.Select(row => Request(row.Data)).Where(request => request.Date.Year == 2026))
        {
            var days = await ShownDays(request);
            var calendar = await Calendar(request);
            var answer = (await Answer(Links.QueryOf(request).Value![1..])).GetProperty("days").EnumerateArray().ToList();
            Assert.Equal(days.Select(day => (day.Date, day.What)), calendar.Events.Skip(1).Select(e => (e.Start, e.Summary)));
            Assert.Equal(days.Select(day => (day.Day, day.Date, day.Percent)), answer.Skip(1).Select(day => (day.GetProperty("day").GetInt32(), day.GetProperty("date").GetString()!, day.GetProperty("percent").GetInt32())));
            foreach (var ending in RunRecovery.Web.Recovery.PlanForms.Feeds.Select(form => form.Ending))
            {
                Assert.Equal(days.Select(day => $"Day {day.Day}: {day.What}"), (await Feed(request, ending)).Entries.Select(entry => entry.Title!).Reverse().Skip(1));
            }
        }
    }

    [Fact]
    public async Task The_summary_says_how_long_and_when()
    {
        var page = await Open($"/recovery/plan?distance=marathon&date=2026-12-20&time=3%3A59%3A59&next=2027-01-10&v=1");
        var facts = page.QuerySelectorAll(".plan-facts div").ToDictionary(fact => fact.QuerySelector("dt")!.TextContent, fact => Words(fact.QuerySelector("dd")!));
        Assert.Equal("26 days", facts["Recovery"]);
        Assert.Equal("7 days", facts["Before the first run"]);
        Assert.Equal("Mon 28 Dec day 8, 15 minutes", facts["First run"]);
        Assert.Equal("Sat 16 Jan day 27, if your legs agree", facts["First hard day"]);
        Assert.Equal("Sun 10 Jan too soon: run it easy, or skip it", facts["Next race"]);
        Assert.Contains("3:59:59, 5:41 per km", Words(page.QuerySelector(".byline")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ramp_is_told_in_words_and_has_a_bar_for_each_day()
    {
        var page = await Open($"/recovery/plan?{Marathon}");
        var picture = page.QuerySelector(".ramp svg")!;
        Assert.Equal(28, picture.QuerySelectorAll(".ramp-bar").Length);
        Assert.Equal("No running on days 1 to 7. 13 runs follow, from 15 minutes (35% of your usual easy run) on day 8 to 40 minutes (100%) on day 27.", picture.QuerySelector("desc")!.TextContent);
    }

    [Fact]
    public async Task A_phase_has_its_tips_its_measures_with_their_grade_its_posts_and_its_warnings()
    {
        await Blog.Save(ATip("walk-it", "Walk a little") with { Sources = ["walking"] });
        await Blog.Save(ATip("too-late", "Cool down") with { Sources = ["cooldown"] });
        await Blog.Save(ATip("not-for-all", "Only after hot races") with { AppliesTo = "hot races" });
        await Blog.Save(APost("water", "Running in water") with { Sources = ["pool-running", "walking"] });
        var rest = (await Open($"/recovery/plan?{Marathon}")).QuerySelector(".phase-rest")!;
        var links = rest.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains("/tips/walk-it", links);
        Assert.DoesNotContain("/tips/too-late", links);
        Assert.DoesNotContain("/tips/not-for-all", links);
        Assert.Contains("/posts/water", links);
        Assert.Contains("/recovery/evidence/walking", links);
        Assert.DoesNotContain("/recovery/evidence/cooldown", links);
        Assert.Contains("#warning-rhabdo", links);
        Assert.DoesNotContain("#warning-heat", links);
        Assert.Equal("weak", rest.QuerySelector("a[href='/recovery/evidence/walking'] + .grade")!.TextContent);
    }

    [Fact]
    public async Task It_says_that_its_numbers_are_choices_shows_their_sources_and_clears_nobody()
    {
        var numbers = (await Open("/recovery/plan?km=12&effort=all_out&date=2026-11-22&v=1")).QuerySelector(".plan-numbers")!;
        Assert.Contains("editorial choices", numbers.TextContent, StringComparison.Ordinal);
        Assert.Contains("clears you to run", numbers.TextContent, StringComparison.Ordinal);
        Assert.Equal(["10 km, all out: 6 days.", "15 km, all out: 9 days."], numbers.QuerySelectorAll(".plan-rows strong").Select(row => row.TextContent));
        Assert.NotEmpty(numbers.QuerySelectorAll(".sources a[href]"));
    }

    [Theory]
    [InlineData("", "day-2")]
    [InlineData("&zone=Pacific%2FKiritimati", "day-3")]
    [InlineData("&zone=America%2FLos_Angeles", "day-2")]
    public async Task Today_is_marked_where_the_runner_is(string zone, string day)
    {
        var page = await Open($"/recovery/plan?distance=marathon&date=2026-11-22{zone}&v=1");
        Assert.Equal(day, Assert.Single(page.QuerySelectorAll("[aria-current=date]")).Id);
    }

    [Theory]
    [InlineData("", "2026-11-25T00:00:00Z")]
    [InlineData("&zone=Pacific%2FKiritimati", "2026-11-25T10:00:00Z")]
    [InlineData("&zone=America%2FLos_Angeles", "2026-11-25T08:00:00Z")]
    public async Task Nobody_keeps_a_page_past_the_midnight_of_the_runner(string zone, string midnight)
    {
        var (address, end) = ($"/recovery/plan?distance=marathon&date=2026-11-22{zone}&v=1", DateTimeOffset.Parse(midnight, CultureInfo.InvariantCulture));
        // So near that nothing else that the clock does comes between.
        Blog.Clock.SetUtcNow(end.AddSeconds(-4));
        await Get(address);
        Blog.Clock.SetUtcNow(end.AddSeconds(-3));
        var before = await Get(address);
        Blog.Clock.SetUtcNow(end);
        var after = await Get(address, ("If-Modified-Since", before.Content.Headers.LastModified!.Value.ToString("R")));

        Assert.Equal(TimeSpan.FromSeconds(3), before.Headers.CacheControl!.MaxAge);
        Assert.Equal((HttpStatusCode.OK, end), (after.StatusCode, after.Content.Headers.LastModified!.Value));
    }

    [Fact]
    public async Task Before_the_run_and_after_the_plan_no_day_is_today()
    {
        Assert.Empty((await Open("/recovery/plan?distance=marathon&date=2026-12-22&v=1")).QuerySelectorAll("[aria-current=date]"));
        Assert.Empty((await Open("/recovery/plan?distance=marathon&date=2026-01-22&v=1")).QuerySelectorAll("[aria-current=date]"));
    }

    [Fact]
    public async Task A_plan_is_the_same_for_everybody_and_canonical_to_the_form()
    {
        await Get($"/recovery/plan?{Marathon}");
        Blog.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await Get($"/recovery/plan?{Marathon}");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(BlogApplication.Now.AddSeconds(1), answer.Content.Headers.LastModified!.Value.UtcDateTime);
        var page = await Parse(answer);
        Assert.Equal("http://localhost:5000/recovery", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(HttpStatusCode.NotModified, (await Get($"/recovery/plan?{Marathon}", ("If-None-Match", answer.Headers.ETag!.ToString()))).StatusCode);
    }

    [Fact]
    public async Task Questions_on_the_page_are_those_told_to_search_engines()
    {
        var page = await Open("/recovery");
        var faq = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("FAQPage", faq.GetProperty("@type").GetString());
        Assert.Equal(
            page.QuerySelectorAll(".questions h3").Select(question => (question.TextContent, question.NextElementSibling!.TextContent)),
            faq.GetProperty("mainEntity").EnumerateArray().Select(question => (question.GetProperty("name").GetString()!, question.GetProperty("acceptedAnswer").GetProperty("text").GetString()!)));
    }

    [Theory]
    [InlineData("km=0", "km")]
    [InlineData("km=0.39", "km")]
    [InlineData("km=301", "km")]
    [InlineData("km=NaN", "km")]
    [InlineData("km=1e309", "km")]
    [InlineData("km=٥", "km")]
    [InlineData("km=5&date=0001-01-01", "date")]
    [InlineData("km=5&date=9999-12-31", "date")]
    [InlineData("km=5&date=2026-02-30", "date")]
    [InlineData("km=5&soreness=11", "soreness")]
    [InlineData("km=10&time=19:50", "time")]
    [InlineData("km=5&next=2026-11-20", "next")]
    [InlineData("distance=parkrun", "distance")]
    [InlineData("km=5&effort=<script>alert(1)</script>", "effort")]
    public async Task Bad_input_is_named_beside_its_field_with_what_is_allowed_and_nothing_is_lost(string query, string field)
    {
        var written = query.Contains("date=", StringComparison.Ordinal) ? query : $"{query}&date=2026-11-20";
        var answer = await Get($"/recovery/plan?{written}&usual=55&zone=Europe/Berlin");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Parse(answer);
        var problem = page.QuerySelector($"#{field}-problem")!;
        Assert.True(problem.TextContent.Length > 20);
        Assert.Contains(problem.Id!, page.QuerySelector($"#{field}")!.GetAttribute("aria-describedby")!.Split(' '));
        Assert.Equal($"#{field}", page.QuerySelector(".problems a")!.GetAttribute("href"));
        Assert.Equal("55", page.QuerySelector("#usual")!.GetAttribute("value"));
        Assert.Equal("Europe/Berlin", page.QuerySelector("#zone")!.GetAttribute("value"));
        Assert.All(written.Split('&').Select(part => part.Split('=', 2)).Where(part => part[0] is "km" or "date" or "time" or "next"), part => Assert.Equal(part[1], page.QuerySelector($"#{part[0]}")!.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_query_of_a_hundred_kilobytes_is_refused_as_a_whole()
    {
        foreach (var query in new[] { $"km={new string('9', 100_000)}", $"distance=marathon&date=2026-11-22&v=1&x={new string('x', 100_000)}", string.Concat(Enumerable.Repeat("km=5&", 20_000)) })
        {
            var answer = await Get($"/recovery/plan?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains("wanted at most 1,000", text, StringComparison.Ordinal);
            Assert.InRange(text.Length, 1, 40_000);
        }
    }

    [Fact]
    public async Task Plans_without_number_do_not_drive_other_pages_out_of_the_memory()
    {
        using var small = new BlogApplication { Content = Content, Settings = { ["Caching:MaxMegabytes"] = "1" } };
        using var browser = small.Browser();
        var before = (await browser.GetAsync(new Uri("/tips", UriKind.Relative))).Headers.ETag;
        using var queries = new Queries(small.Data);
        for (var day = 1; day <= 60; day++)
        {
            await browser.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/recovery/plan?distance=marathon&date=2026-{1 + day % 11:00}-{1 + day % 28:00}&usual={20 + day}&v=1"), UriKind.Relative));
        }

        var asked = queries.Count;
        Assert.Equal(before, (await browser.GetAsync(new Uri("/tips", UriKind.Relative))).Headers.ETag);
        Assert.Equal(asked, queries.Count);
        Assert.InRange(asked, 0, 10);
    }

    [Theory]
    [InlineData("/recovery")]
    [InlineData("/recovery/plan?distance=marathon&date=2026-11-22&v=1")]
    [InlineData("/recovery/check?distance=marathon&date=2026-11-22&v=1&day=8")]
    [InlineData("/recovery/paces")]
    [InlineData("/recovery/heavy-legs")]
    [InlineData("/api/recovery/plan?distance=marathon&date=2026-11-22&v=1")]
    public async Task A_blog_without_rules_has_no_planner_and_does_not_offer_one(string address)
    {
        using var blog = new BlogApplication();
        using var browser = blog.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        Assert.DoesNotContain("href=\"/recovery\"", await browser.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("/recovery", await browser.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blog_whose_rules_are_broken_goes_on_and_its_planner_comes_back()
    {
        var content = Directory.CreateTempSubdirectory("broken-rules-").FullName;
        Directory.CreateDirectory(Path.Combine(content, "recovery"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Content, "recovery")))
        {
            File.Copy(file, Path.Combine(content, "recovery", Path.GetFileName(file)));
        }

        var rules = Path.Combine(content, RulesShelf.PathOf(1));
        await File.WriteAllTextAsync(rules, (await File.ReadAllTextAsync(rules)).Replace("\"tight_days\": 7", "\"tight_days\": 8", StringComparison.Ordinal));
        using var blog = new BlogApplication { Content = content };
        using var browser = blog.Browser();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/tips", UriKind.Relative))).StatusCode);
        foreach (var address in new[] { "/recovery", $"/recovery/plan?{Marathon}", $"/recovery/plan.ics?{Marathon}", $"/recovery/plan.rss?{Marathon}", $"/api/recovery/plan?{Marathon}" })
        {
            var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromHours(1)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta));
        }

        Assert.Contains("recovery/rules-1.json: seal: '81114e0f0781' is not that of these numbers", string.Join(' ', blog.Services.GetRequiredService<RecoveryLibrary>().Problems), StringComparison.Ordinal);
        Directory.Delete(content, recursive: true);
    }

    private async Task AssertShows(PlanRequest request)
    {
        var plan = RecoveryPlanner.Plan(request);
        Assert.Equal(
            plan.Days.Skip(1).Select(day => (day.Day, Iso(day.Date), RunRecovery.Web.Recovery.DayWords.What(day, plan), day.Percent ?? 0)),
            await ShownDays(request));
    }

    private async Task<List<(int Day, string Date, string What, int Percent)>> ShownDays(PlanRequest request) =>
        [.. (await Open(Links.Of(request))).QuerySelectorAll(".day").Select(day => (
            int.Parse(day.QuerySelector(".day-number")!.TextContent, CultureInfo.InvariantCulture),
            day.QuerySelector("time")!.GetAttribute("datetime")!,
            Words(day.QuerySelector(".day-what")!).Replace(" today", "", StringComparison.Ordinal),
            day.QuerySelector(".day-share") is { } share ? int.Parse(share.TextContent.Split('%')[0], CultureInfo.InvariantCulture) : 0))];

    private async Task<IHtmlDocument> Open(string address)
    {
        var answer = await Get(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return await Parse(answer);
    }

    private static async Task<IHtmlDocument> Parse(HttpResponseMessage answer) => await new HtmlParser(new HtmlParserOptions { IsScripting = false }, AngleSharp.BrowsingContext.New()).ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
