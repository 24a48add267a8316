using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using RunRecovery.Web.Options;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Recovery;

public sealed class HeavyLegsTests : IDisposable
{
    private const string HeavyLegs = "/recovery/heavy-legs";
    private const string Ordinary = $"{HeavyLegs}?where=both&feel=heavy&health=well&basics=sleep&jog=better&lasting=days";

    private readonly BlogApplication _blog = new() { Content = PlanBlog.Content, Settings = { ["Site:EmergencyNumber"] = "144 / 112" } };
    private readonly HttpClient _browser;

    public HeavyLegsTests() => _browser = _blog.Browser();

    public void Dispose()
    {
        _browser.Dispose();
        _blog.Dispose();
    }

    [Fact]
    public async Task It_warns_before_it_asks()
    {
        var page = await OpenAsync(HeavyLegs);
        var (warning, question) = (page.QuerySelector(".markdown-alert-warning")!, page.QuerySelector(".question")!);

        Assert.Contains("call emergency services (144 / 112)", warning.TextContent, StringComparison.Ordinal);
        Assert.True(warning.CompareDocumentPosition(question).HasFlag(DocumentPositions.Following));
        Assert.Contains("/recovery/heavy-legs</loc>", await _browser.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_every_path_leads_to_an_end()
    {
        var (toVisit, seen, ends) = (new Queue<string>([HeavyLegs]), new HashSet<string>(), new Dictionary<string, int>());
        while (toVisit.TryDequeue(out var address))
        {
            var page = await OpenAsync(address);
            var outcome = page.QuerySelector("#outcome")?.TextContent;
            var answers = page.QuerySelectorAll(".answers a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.NotEqual(outcome is null, answers.Count == 0);
            if (outcome is not null)
            {
                ends[outcome] = ends.GetValueOrDefault(outcome) + 1;
            }

            // The first and the last answer of each question reach every question; all of them would be hundreds of pages.
            foreach (var next in answers.Count > 2 ? [answers[0], answers[1], answers[^1]] : answers)
            {
                if (seen.Add(next))
                {
                    toVisit.Enqueue(next);
                }
            }
        }

        Assert.Equal(["Ask a professional", "Today, this week"], ends.Keys.Order());
    }

    [Fact]
    public async Task Each_earlier_answer_can_be_changed_and_the_others_stay()
    {
        var page = await OpenAsync(Ordinary);

        Assert.Equal(["both legs", "only heavy", "well", "slept too little", "better at the end", "one to three days"], page.QuerySelectorAll(".path dd:not(.path-change)").Select(answer => answer.TextContent));
        var again = await OpenAsync(page.QuerySelectorAll(".path-change a")[3].GetAttribute("href")!);
        Assert.Equal("Slept, eaten and drunk as usual for two days?", again.QuerySelector("#question")!.TextContent);
        var changed = await OpenAsync(again.QuerySelectorAll(".answers a").Single(link => link.TextContent.StartsWith("Ate less", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("Low fuel", changed.QuerySelector(".causes")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Short sleep", changed.QuerySelector(".causes")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_red_flag_can_be_taken_back()
    {
        var page = await OpenAsync($"{HeavyLegs}?where=both&feel=severe");

        var again = await OpenAsync(page.QuerySelectorAll(".path-change a")[^1].GetAttribute("href")!);
        Assert.Equal("Sore to touch, or only heavy?", again.QuerySelector("#question")!.TextContent);
        var other = await OpenAsync(page.QuerySelectorAll(".path-change a")[0].GetAttribute("href")!);
        Assert.Equal("One leg or both?", other.QuerySelector("#question")!.TextContent);
    }

    [Theory]
    [InlineData("where=swollen", "warning-dvt")]
    [InlineData("where=both&feel=severe&lasting=days", "warning-rhabdo")]
    [InlineData("where=both&feel=numb", "warning-compartment")]
    [InlineData("where=both&feel=heavy&health=chest", "warning-chest")]
    [InlineData("where=point", "warning-bone warning-local")]
    [InlineData("where=both&feel=heavy&health=well&basics=usual&jog=better&lasting=weeks", "warning-ots")]
    public async Task A_red_flag_shows_the_warning_signs_that_match(string query, string cards)
    {
        using var blog = new BlogApplication { Content = Path.Combine(HomeFolder.Path, "content"), Settings = { ["Site:EmergencyNumber"] = "999" } };
        using var browser = blog.Browser();
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync($"{HeavyLegs}?{query}"));

        Assert.Equal("Ask a professional", page.QuerySelector("#outcome")!.TextContent);
        Assert.Equal(cards, string.Join(' ', page.QuerySelectorAll(".warning").Select(card => card.Id)));
        Assert.All(page.QuerySelectorAll(".warning"), card => Assert.NotEqual("", card.QuerySelector(".warning-urgency")!.TextContent));
        Assert.DoesNotContain("{emergency}", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("(112)", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/posts/not-just-tired-legs']"));
        Assert.Null(page.QuerySelector(".days"));
    }

    [Fact]
    public async Task The_tips_that_fit_come_with_it_and_no_others()
    {
        await _blog.Save(ATip("feet-up", "Feet up") with { AppliesTo = "heavy legs", Phase = "day0" });
        await _blog.Save(ATip("first-run", "First run") with { Phase = "easy-return" });
        await _blog.Save(ATip("marathon", "After a marathon") with { AppliesTo = "marathon", Phase = "easy-return" });
        await _blog.Save(ATip("iron", "For weeks of it") with { AppliesTo = "heavy legs", Phase = "normal" });
        await _blog.Save(ATip("much-later", "Much later") with { Phase = "normal" });
        await _blog.Save(ATip("tomorrow", "Tomorrow") with { Phase = "easy-return", Date = Now.AddDays(1) });

        var page = await OpenAsync(Ordinary);

        Assert.Equal(["Feet up", "First run"], page.QuerySelectorAll(".tip-card h3").Select(tip => tip.TextContent));
    }

    [Theory]
    [InlineData("where=both&feel=heavy&health=pulse&basics=usual&lasting=days")]
    [InlineData("where=both&feel=heavy&health=well&basics=usual&jog=worse&lasting=days")]
    [InlineData("where=both&feel=sore&health=well&basics=usual&lasting=days")]
    [InlineData("where=both&feel=heavy&health=well&basics=usual&jog=not-tried&lasting=week")]
    public async Task No_tip_about_running_comes_to_somebody_who_had_better_not_run(string query)
    {
        await _blog.Save(ATip("feet-up", "Feet up") with { AppliesTo = "heavy legs", Phase = "day0" });
        await _blog.Save(ATip("strides", "Four strides") with { AppliesTo = "heavy legs", Phase = "rebuild" });
        await _blog.Save(ATip("anywhen", "Anywhen") with { AppliesTo = "heavy legs", Phase = null });
        await _blog.Save(ATip("first-run", "First run") with { Phase = "easy-return" });
        await _blog.Save(ATip("walk", "Walk") with { Phase = "rest" });

        var page = await OpenAsync($"{HeavyLegs}?{query}");

        Assert.Equal(["Feet up", "Walk"], page.QuerySelectorAll(".tip-card h3").Select(tip => tip.TextContent).Order());
        Assert.DoesNotContain("strides", page.QuerySelector(".days")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("where=both&feel=heavy&health=pulse&basics=usual&lasting=days", "rest comes first", "No running until you feel well again")]
    [InlineData("where=both&feel=heavy&health=pulse&basics=usual&lasting=week", "rest comes first", "longer than ordinary")]
    [InlineData("where=both&feel=heavy&health=well&basics=usual&jog=worse&lasting=days", "stop and rest", "No running")]
    [InlineData("where=both&feel=heavy&health=well&basics=usual&jog=better&lasting=days", "no all-clear", "stop, walk home and rest")]
    [InlineData("where=both&feel=sore&health=well&basics=usual&lasting=days", "no all-clear", "No hard running")]
    [InlineData("where=both&feel=still-sore&health=well&basics=usual&lasting=week", "longer than ordinary", "lighter week")]
    public async Task What_to_do_begins_with_what_was_answered_and_promises_nothing(string query, params string[] said)
    {
        var outcome = (await OpenAsync($"{HeavyLegs}?{query}")).QuerySelector("section:has(#outcome)")!.TextContent;

        Assert.All(said, words => Assert.Contains(words, outcome, StringComparison.Ordinal));
        Assert.DoesNotMatch("stop sign|three days\\.|mostly back|salt on your shirt", outcome);
    }

    [Theory]
    [InlineData("?where=both", HttpStatusCode.OK)]
    [InlineData("?where=both&feel=heavy&health=pulse&basics=usual&lasting=days", HttpStatusCode.OK)]
    [InlineData("?where=swollen", HttpStatusCode.OK)]
    [InlineData("?where=left", HttpStatusCode.BadRequest)]
    public async Task Answers_are_kept_nowhere_and_found_by_nobody(string query, HttpStatusCode status)
    {
        var answer = await _browser.GetAsync(HeavyLegs + query);

        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal("noindex", new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?utm_source=club")]
    public async Task The_first_page_can_be_found(string query)
    {
        var page = await OpenAsync(HeavyLegs + query);

        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.Equal("http://localhost:5000/recovery/heavy-legs", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_blog_without_its_posts_and_tips_has_no_link_to_them()
    {
        await _blog.Save(APost("heavy-legs-five-minute-check", "The check"));
        await _blog.Save(APost("dealing-with-heavy-legs", "Scheduled") with { Date = Now.AddDays(1) });

        var page = await OpenAsync(Ordinary);

        Assert.Equal(["/posts/heavy-legs-five-minute-check"], page.QuerySelectorAll("main a[href^='/posts/']").Select(link => link.GetAttribute("href")!));
        Assert.Null(page.QuerySelector(".tip-list"));
        Assert.NotNull(page.QuerySelector(".causes a[href='/recovery/evidence/sleep']"));
    }

    [Theory]
    [InlineData("?where=left")]
    [InlineData("?where=BOTH")]
    [InlineData("?where=")]
    [InlineData("?where=both&where=one")]
    [InlineData("?where=both&feel=%3Cb%3E")]
    [InlineData("?lasting=weeks&health=great")]
    public async Task An_answer_that_there_is_not_is_said_and_leads_back_to_the_beginning(string query)
    {
        var answer = await _browser.GetAsync(HeavyLegs + query);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("an answer that the check does not know", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HeavyLegs, page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector(".answers"));
    }

    private async Task<IHtmlDocument> OpenAsync(string address)
    {
        var answer = await _browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
