using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RunRecovery.Web.Tests.Recovery;

public sealed class DailyCheckPageTests : PlanBlog
{
    [Fact]
    public async Task On_the_morning_of_a_run_the_plan_asks_how_it_is()
    {
        Assert.Null((await Open($"/recovery/plan?{Marathon}")).QuerySelector(".morning"));
        Assert.NotNull((await Open("/recovery/plan?distance=marathon&date=2026-11-16&v=1")).QuerySelector(".morning"));
    }

    /// <summary>At noon in Greenwich it is the next day on some islands.</summary>
    [Fact]
    public async Task Whoever_named_no_zone_is_asked_where_it_is_already_the_day_of_the_run()
    {
        var anywhere = await Open("/recovery/plan?distance=marathon&date=2026-11-17&v=1");
        Assert.Equal("Where it is Wed 25 Nov, it is day 8", anywhere.QuerySelector("#elsewhere")!.TextContent);
        Assert.Equal("8", ((IHtmlInputElement)anywhere.QuerySelector(".morning [name=day]")!).Value);
        Assert.Equal("/recovery?distance=marathon&date=2026-11-17&v=1#zone", anywhere.QuerySelector(".plan-keep p a")!.GetAttribute("href"));

        Assert.Null((await Open("/recovery/plan?distance=marathon&date=2026-11-17&zone=Europe%2FBerlin&v=1")).QuerySelector(".morning"));
    }

    [Fact]
    public async Task Its_answer_moves_the_plan_in_the_address_and_holds_nothing_of_what_was_ticked()
    {
        var form = (IHtmlFormElement)(await Open("/recovery/plan?distance=marathon&date=2026-11-16&v=1")).QuerySelector(".morning")!;
        ((IHtmlSelectElement)form["sore"]!).Value = "6";
        ((IHtmlInputElement)form["urine"]!).IsChecked = true;
        var page = await Open(Asked(form));

        Assert.Equal("No run today", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("#warning-rhabdo"));
        var later = page.QuerySelector("a[href*='held']")!.GetAttribute("href");
        Assert.Equal("/recovery/plan?distance=marathon&date=2026-11-16&held=8&v=1", later);
        var moved = await Open(later!);
        Assert.Equal("Run put off", moved.QuerySelector("#day-8 .day-what")!.TextContent.Split(" today")[0].Replace("today", "", StringComparison.Ordinal));
        Assert.Contains("27 days", moved.QuerySelector(".plan-facts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sore=3")]
    [InlineData("sore=0")]
    public async Task Little_soreness_speaks_against_nothing_and_clears_nobody(string query)
    {
        var page = await Open($"/recovery/check?{Marathon}&day=8&{query}");
        Assert.Equal("Nothing you ticked speaks against it", page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"/recovery/plan?{Marathon}", page.QuerySelector(".plan-main")!.GetAttribute("href"));
        Assert.Contains("clears nobody to run", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sore=4", "Soreness of 4 or more")]
    [InlineData("fever=on", "Fever, or symptoms below the neck: no running")]
    [InlineData("sore=2&spot=on", "Pain at one point on a bone")]
    [InlineData("stride=on", "Pain that changes your stride")]
    [InlineData("calf=on", "One swollen, warm or throbbing leg")]
    public async Task Each_sign_puts_the_run_off_and_says_what_to_do(string query, string said)
    {
        var page = await Open($"/recovery/check?{Marathon}&day=8&{query}");
        Assert.Equal("No run today", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(said, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urine=on", "until a clinician has looked at it, whatever the plan says", false)]
    [InlineData("calf=on&stride=on", "until a clinician has looked at it, whatever the plan says", false)]
    [InlineData("spot=on", "until a clinician has looked at it, whatever the plan says", false)]
    [InlineData("sore=9", "until a clinician has looked at it, whatever the plan says", false)]
    [InlineData("stride=on", "No run until you walk and hop without it", true)]
    [InlineData("sore=5", "Ask again before the next run", true)]
    public async Task Only_what_may_pass_by_itself_leads_on_to_the_next_run(string query, string said, bool leads)
    {
        var page = await Open($"/recovery/check?{Marathon}&day=8&{query}");
        Assert.Contains(said, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(leads, page.QuerySelector(".plan-main") is not null);
    }

    [Theory]
    [InlineData("sore=0&fever=on&fever=on")]
    [InlineData("urine=on")]
    [InlineData("sore=3&calf=on")]
    public async Task What_was_ticked_counts_however_often_and_whatever_else_was_said(string query)
    {
        var page = await Open($"/recovery/check?{Marathon}&day=8&{query}");
        Assert.Equal("No run today", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("Walking and easy movement", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sore=0")]
    [InlineData("sore=9&urine=on")]
    public async Task Every_answer_warns_before_it_answers_and_has_each_card_once(string query)
    {
        var page = await Open($"/recovery/check?{Marathon}&day=8&{query}");
        Assert.NotNull(page.QuerySelector("main .warnings-first"));
        var cards = page.QuerySelectorAll(".warning").Select(card => card.Id).ToList();
        Assert.Equal(cards.Distinct(), cards);
        Assert.Contains("warning-chest", cards);
    }

    [Fact]
    public async Task After_thirty_mornings_there_is_no_further_plan()
    {
        var held = string.Join('.', Enumerable.Range(8, 30));
        var page = await Open($"/recovery/check?distance=marathon&date=2026-11-22&held={held}&v=1&day=38&sore=5");
        Assert.Contains("Ask a professional", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".plan-main"));
    }

    [Fact]
    public async Task Twice_in_a_row_asks_for_a_professional()
    {
        var check = await Open("/recovery/check?distance=marathon&date=2026-11-22&held=8&v=1&day=9&sore=5");
        Assert.Contains("Ask a professional", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var plan = await Open("/recovery/plan?distance=marathon&date=2026-11-22&held=8.9&v=1");
        Assert.Contains("Ask a professional", plan.QuerySelector(".plan-flag")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day=7", "wanted a day of the plan that has a run: 8, 10")]
    [InlineData("day=99", "wanted a day of the plan that has a run")]
    [InlineData("day=x", "wanted a day of the plan that has a run")]
    [InlineData("", "wanted a day of the plan that has a run")]
    [InlineData("day=8", "sore: wanted a whole number from 0 to 10")]
    [InlineData("day=8&sore=", "sore: wanted a whole number from 0 to 10")]
    [InlineData("day=8&sore=0&fever=1", "fever: wanted on, or nothing")]
    [InlineData("day=8&sore=0&urine=ON", "urine: wanted on, or nothing")]
    [InlineData("day=8&sore=0&calf=", "calf: wanted on, or nothing")]
    [InlineData("day=8&sore=0&sore=9", "sore: wanted")]
    [InlineData("day=8&sore=11", "wanted a whole number from 0 to 10")]
    [InlineData("day=8&sore=٣", "wanted a whole number from 0 to 10")]
    [InlineData("day=8&soreness=11", "soreness:")]
    public async Task A_question_that_cannot_be_answered_says_why(string query, string said)
    {
        var answer = await Get($"/recovery/check?{Marathon}&{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, (await Parse(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_ticked_is_kept_nowhere_and_found_by_nobody()
    {
        var answer = await Get($"/recovery/check?{Marathon}&day=8&urine=on");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex", (await Parse(answer)).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
    }

    private static string Asked(IHtmlFormElement form) => new Uri(form.GetSubmission()!.Target.Href).PathAndQuery;

    private async Task<IHtmlDocument> Open(string address)
    {
        var answer = await Get(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return await Parse(answer);
    }

    private static async Task<IHtmlDocument> Parse(HttpResponseMessage answer) => await new HtmlParser(default, AngleSharp.BrowsingContext.New()).ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
}
