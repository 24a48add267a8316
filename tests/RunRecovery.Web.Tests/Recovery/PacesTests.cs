using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RunRecovery.Web.Tests.Recovery;

public sealed class PacesTests(OnePlanner planner) : IClassFixture<OnePlanner>
{
    private const string Paces = "/recovery/paces";

    private readonly HttpClient _browser = planner.Browser;

    [Fact]
    public async Task Without_a_question_there_is_an_empty_form()
    {
        var page = await AskAsync("", HttpStatusCode.OK);

        Assert.Null(page.QuerySelector("table"));
        Assert.Null(page.QuerySelector(".problem, .problems"));
        Assert.Equal("get", page.QuerySelector("form")!.GetAttribute("method"));
        Assert.All(page.QuerySelectorAll("form [name]"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
    }

    [Fact]
    public async Task A_race_is_compared_by_three_formulas()
    {
        var page = await AskAsync("?distance=5k&km=&mi=&time=20:00", HttpStatusCode.OK);

        Assert.Equal(["1500 m", "Mile", "3K", "5K", "10K", "15K", "10 miles", "Half marathon", "Marathon", "50K"], page.QuerySelectorAll("tbody th").Select(th => th.FirstChild!.TextContent.Trim()));
        Assert.Equal(["41:42", "41:40", "41:28"], TimesOf(page, "10K"));
        Assert.Equal("3:11:17", TimesOf(page, "Marathon")[2]);
        Assert.Contains("4:10 /km", Row(page, "10K").TextContent, StringComparison.Ordinal);
        Assert.Contains("6:43 /mi", Row(page, "10K").TextContent, StringComparison.Ordinal);
        Assert.Contains("49.8 VDOT", page.QuerySelector(".pace-own")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://doi.org/10.1186/s13102-016-0052-y", page.QuerySelector("#vickers2016 a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("?mi=3,106856&time=20:00", "5K")]
    [InlineData("?mi=3,11&time=20:00", "3.11 miles")]
    [InlineData("?km=12.5&time=1:00:00", "12.5 km")]
    [InlineData("?km=21.0975&time=1:45:00", "Half marathon")]
    [InlineData("?km=0.4&time=1:30", "0.4 km")]
    [InlineData("?km=300&time=100:00:00", "300 km")]
    public async Task An_own_distance_stands_among_the_usual_ones(string query, string name)
    {
        var page = await AskAsync(query, HttpStatusCode.OK);

        Assert.Equal(name, page.QuerySelector(".pace-race th")!.FirstChild!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("details[open]"));
    }

    [Fact]
    public async Task What_lies_outside_a_formula_says_so_in_words()
    {
        var page = await AskAsync("?distance=half&time=1:45:00", HttpStatusCode.OK);

        Assert.All(Row(page, "50K").QuerySelectorAll("td"), cell => Assert.Contains("out of range", cell.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("out of range", Row(page, "10K").TextContent, StringComparison.Ordinal);
        Assert.Contains("best case", Row(page, "Marathon").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("best case", Row(page, "Half marathon").TextContent, StringComparison.Ordinal);
        Assert.Contains("at least ten minutes too fast for half of them", page.Body!.TextContent, StringComparison.Ordinal);

        var ultra = await AskAsync("?distance=50k&time=5:00:00", HttpStatusCode.OK);
        Assert.All(ultra.QuerySelectorAll("td"), cell => Assert.Contains("out of range", cell.TextContent, StringComparison.Ordinal));
        Assert.Contains("VDOT, out of range", ultra.QuerySelector(".pace-own")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("best case", Row(ultra, "Marathon").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?km=300&time=40:00:00", "Riegel, Cameron, Daniels and Gilbert")]
    [InlineData("?mi=0.25&time=1:30", "Riegel, Cameron, Daniels and Gilbert")]
    [InlineData("?km=1&time=4:00", "Daniels and Gilbert")]
    [InlineData("?distance=marathon&time=4:00:00", "Riegel")]
    [InlineData("?distance=50k&time=3:30:00", "Cameron, Daniels and Gilbert")]
    public async Task A_formula_that_was_not_made_for_the_race_gives_no_figures_and_says_why_once(string query, string formulas)
    {
        var page = await AskAsync(query, HttpStatusCode.OK);

        var names = page.QuerySelectorAll(".paces thead th").Skip(1).Select(th => th.TextContent).ToList();
        var outside = names.Select((name, column) => (name, column)).Where(formula => formulas.Contains(formula.name, StringComparison.Ordinal)).Select(formula => formula.column).ToList();
        foreach (var row in page.QuerySelectorAll(".paces tbody tr"))
        {
            var cells = row.QuerySelectorAll("td");
            Assert.All(outside, column => Assert.Equal("– out of range", string.Join(' ', cells[column].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
            Assert.All(Enumerable.Range(0, 3).Except(outside), column => Assert.Contains("/km", cells[column].TextContent, StringComparison.Ordinal));
        }

        var why = Assert.Single(page.QuerySelectorAll(".pace-why"));
        Assert.All(names, name => Assert.Equal(formulas.Contains(name, StringComparison.Ordinal), why.TextContent.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(formulas.Contains("Daniels", StringComparison.Ordinal), page.QuerySelector(".pace-own")!.TextContent.Contains("– VDOT, out of range", StringComparison.Ordinal));
        Assert.Contains("per km", page.QuerySelector(".pace-own")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_race_that_all_formulas_were_made_for_needs_no_such_word() =>
        Assert.Null((await AskAsync("?distance=5k&time=20:00", HttpStatusCode.OK)).QuerySelector(".pace-why"));

    [Theory]
    [InlineData("?distance=5k&distance=10k&time=20:00", "distance")]
    [InlineData("?distance=5k&time=20:00&time=21:00", "time")]
    public async Task What_was_given_twice_is_asked_for_once_more(string query, string field)
    {
        var page = await AskAsync(query, HttpStatusCode.BadRequest);
        Assert.Equal("It was given 2 times; wanted once.", page.GetElementById($"{field}-problem")!.TextContent);
    }

    [Theory]
    [InlineData("?distance=&km=&mi=&time=", "distance time")]
    [InlineData("?time=20:00", "distance")]
    [InlineData("?distance=5k", "time")]
    [InlineData("?km=0&time=20:00", "km")]
    [InlineData("?km=0.39&time=2:00", "km")]
    [InlineData("?km=301&time=30:00:00", "km")]
    [InlineData("?km=NaN&time=20:00", "km")]
    [InlineData("?km=1e309&time=20:00", "km")]
    [InlineData("?km=1e1&time=50:00", "km")]
    [InlineData("?km=%D9%A5&time=20:00", "km")]
    [InlineData("?km=-5&time=20:00", "km")]
    [InlineData("?mi=200&time=30:00:00", "mi")]
    [InlineData("?km=5.0000001&time=20:00", "km")]
    [InlineData("?distance=5k&time=0:00", "time")]
    [InlineData("?distance=5k&time=25:61:00", "time")]
    [InlineData("?distance=5k&time=9:59", "time")]
    [InlineData("?distance=5k&time=2:30:01", "time")]
    [InlineData("?distance=5k&time=%D9%A2%D9%A0:%D9%A0%D9%A0", "time")]
    [InlineData("?distance=5k&time=%00", "time")]
    [InlineData("?distance=5k&km=5&time=20:00", "km")]
    [InlineData("?km=5&mi=3&time=20:00", "mi")]
    [InlineData("?distance=7k&time=20:00", "distance")]
    [InlineData("?distance=%3Cscript%3E&time=x", "distance time")]
    public async Task Bad_input_is_answered_beside_the_field_and_nothing_typed_is_lost(string query, string fields)
    {
        var page = await AskAsync(query, HttpStatusCode.BadRequest);

        Assert.Equal(fields.Split(' '), page.QuerySelectorAll(".problems a").Select(link => link.GetAttribute("href")![1..]));
        Assert.Equal(fields.Split(' '), page.QuerySelectorAll("[aria-invalid='true']").Select(field => field.Id));
        Assert.All(page.QuerySelectorAll("[aria-invalid='true']"), field => Assert.All(field.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotEqual("", page.GetElementById(id)!.TextContent)));
        Assert.Null(page.QuerySelector("table"));
        var typed = System.Web.HttpUtility.ParseQueryString(query);
        Assert.All(page.QuerySelectorAll("form input").OfType<IHtmlInputElement>().Where(field => !(typed[field.Name] ?? "").Contains('\0')), field => Assert.Equal(typed[field.Name] ?? "", field.Value));
        Assert.All(page.QuerySelectorAll("#km, #mi").OfType<IHtmlInputElement>().Where(field => field.Value != ""), field => Assert.NotNull(field.Closest("details[open]")));
    }

    [Fact]
    public async Task A_query_of_100_kB_is_refused_and_not_repeated()
    {
        var long100 = new string('7', 100_000);
        var answer = await _browser.GetAsync($"{Paces}?km={long100}&time={long100}&distance={long100}");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(text.Length < 30_000);
        Assert.DoesNotContain(long100[..101], text, StringComparison.Ordinal);
        Assert.Contains(long100[..100], await (await _browser.GetAsync($"{Paces}?km={long100[..100]}&time=1")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_has_one_public_address_and_is_made_anew()
    {
        var first = await _browser.GetAsync($"{Paces}?distance=5k&time=20:00");
        var page = await AskAsync("?distance=5k&time=21:00", HttpStatusCode.OK);

        Assert.Equal("http://localhost:5000/recovery/paces", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("5K in 21:00", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(first.Headers.ETag);
        Assert.DoesNotContain("<script", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/recovery/paces</loc>", await _browser.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> AskAsync(string query, HttpStatusCode expected)
    {
        var answer = await _browser.GetAsync(Paces + query);
        Assert.Equal(expected, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static AngleSharp.Dom.IElement Row(IHtmlDocument page, string name) => page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.FirstChild!.TextContent.Trim() == name);

    private static List<string> TimesOf(IHtmlDocument page, string name) => [.. Row(page, name).QuerySelectorAll(".pace-time").Select(time => time.TextContent)];
}
