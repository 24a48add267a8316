using System.Diagnostics;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Pages;

public sealed class EvidencePageTests : IDisposable
{
    private readonly EvidenceFolder _content = new();
    private readonly BlogApplication _blog;

    public EvidencePageTests() => _blog = new BlogApplication { Content = _content.Root };

    public void Dispose()
    {
        _blog.Dispose();
        _content.Dispose();
    }

    [Theory]
    [InlineData("", "Evidence", "descending", "Carbohydrate", "Walking")]
    [InlineData("?by=grade", "Evidence", "descending", "Carbohydrate", "Walking")]
    [InlineData("?by=name", "Name", "ascending", "Active cool-down", "Walking")]
    [InlineData("?by=when", "When", "ascending", "Omega-3", "Iron check")]
    public async Task The_table_is_sorted_by_the_column_that_the_address_names(string query, string column, string direction, string first, string last)
    {
        var page = await Open($"/recovery/evidence{query}");

        var sorted = Assert.Single(page.QuerySelectorAll("th[aria-sort]"));
        Assert.Equal((column, direction), (sorted.TextContent, sorted.GetAttribute("aria-sort")));
        var names = page.QuerySelectorAll("tbody:not(.evidence-harmful) th a").Select(a => a.TextContent).ToList();
        Assert.Equal((31, first, last), (names.Count, names[0], names[^1]));
        Assert.Equal(["?by=name", "", "?by=when"], page.QuerySelectorAll("thead a").Select(a => a.GetAttribute("href")!["/recovery/evidence".Length..]));
    }

    [Fact]
    public async Task Each_measure_has_one_line_of_its_own_and_its_sentence_beneath()
    {
        var rows = (await Open("/recovery/evidence")).QuerySelectorAll(".evidence-table tbody tr:has([scope=row])");

        Assert.Equal(32, rows.Length);
        Assert.All(rows, row =>
        {
            Assert.Equal(3, row.Children.Length);
            Assert.NotNull(row.QuerySelector("td .grade"));
            Assert.Equal("3", Assert.Single(row.NextElementSibling!.Children).GetAttribute("colspan"));
            Assert.EndsWith(".", row.NextElementSibling.TextContent.Trim(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_harms_stands_apart_and_says_so()
    {
        var page = await Open("/recovery/evidence");

        Assert.Equal("Ibuprofen and other NSAIDs", Assert.Single(page.QuerySelectorAll(".evidence-harmful [scope=row] a")).TextContent);
        Assert.Contains("likely to do harm", page.QuerySelector(".evidence-harmful")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Better not", page.QuerySelector(".evidence-harm")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_shows_each_measure_and_is_told_in_words()
    {
        var page = await Open("/recovery/evidence");
        var chart = page.QuerySelector("svg[role=img]")!;

        Assert.Equal(32, chart.QuerySelectorAll(".chart-lane").Length);
        Assert.All(chart.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(chart.QuerySelector($"#{id}")!.TextContent));
        var finish = Number(chart.QuerySelector(".chart-finish")!, "x1");
        Assert.Equal(2, chart.QuerySelectorAll(".chart-lane").Count(lane => Number(lane, "x1") < finish));
        Assert.All(chart.QuerySelectorAll(".chart-lane"), lane => Assert.InRange(Number(lane, "x2"), Number(lane, "x1") + 1, 360));
        Assert.Empty(page.QuerySelectorAll("[style], style"));
    }

    [Theory]
    [InlineData("/recovery/evidence?by=magic")]
    [InlineData("/recovery/evidence/magic")]
    [InlineData("/recovery/evidence/roberts2019")]
    [InlineData("/tips?effort=nap")]
    public async Task What_is_unknown_is_not_found(string address)
    {
        using var browser = _blog.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_measure_has_its_grade_its_numbers_and_the_sources_that_were_read()
    {
        var page = await Open("/recovery/evidence/sleep");

        Assert.Equal("/how-we-judge-evidence#moderate", page.QuerySelector(".grade-moderate")!.GetAttribute("href"));
        Assert.Contains("56.8 vs 58.7 min", page.QuerySelector(".evidence-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("First 14 days after the finish", page.QuerySelector(".evidence-facts")!.TextContent, StringComparison.Ordinal);
        var sources = page.QuerySelectorAll(".sources li");
        Assert.Equal(["https://doi.org/10.1249/MSS.0000000000002071", "https://doi.org/10.1249/JSR.0000000000000418"], sources.Select(s => s.QuerySelector("a")!.GetAttribute("href")));
        Assert.Contains("Read: abstract with all numbers.", sources[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("One source that we know of is not listed", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("article a[href='/recovery']"));
        Assert.NotNull(page.QuerySelector("article a[href='/how-we-judge-evidence#disclaimer']"));
    }

    [Theory]
    [InlineData("pneumatic")]
    [InlineData("cadence")]
    public async Task A_measure_of_which_nobody_read_a_study_says_so_and_cites_none(string id)
    {
        var page = await Open($"/recovery/evidence/{id}");

        Assert.Contains("None: we have read no study of it, and so cannot cite one.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("cite, .source-link"));
    }

    [Fact]
    public async Task What_machines_are_told_is_data_and_cannot_leave_its_block()
    {
        _content.Write(File.ReadAllText(Path.Combine(_content.Root, "recovery/evidence.json")).Replace("\"Longer nights,", "\"</script><b>Longer\\\" nights,", StringComparison.Ordinal));
        var page = await Open("/recovery/evidence/sleep");

        var block = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal("application/ld+json", block.GetAttribute("type"));
        using var said = JsonDocument.Parse(block.TextContent);
        Assert.Equal(("Article", "Sleep"), (said.RootElement.GetProperty("@type").GetString(), said.RootElement.GetProperty("headline").GetString()));
        Assert.StartsWith("</script><b>Longer\" nights", said.RootElement.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, said.RootElement.GetProperty("citation").GetArrayLength());
        Assert.False(said.RootElement.TryGetProperty("dateModified", out _));
        Assert.Empty(page.QuerySelectorAll("b"));
    }

    [Fact]
    public async Task Posts_and_tips_that_name_a_measure_are_listed_with_it_newest_post_first()
    {
        await _blog.Save(APost("older") with { Sources = ["sleep"], Date = Now.AddDays(-3) });
        await _blog.Save(APost("newer") with { Sources = ["cold-water", "sleep"], Date = Now.AddDays(-2) });
        await _blog.Save(APost("by-source") with { Sources = ["roberts2019"] });
        await _blog.Save(ATip("first-tip") with { Sources = ["sleep"], Date = Now.AddDays(-3) });
        await _blog.Save(ATip("second-tip") with { Sources = ["sleep"], Date = Now.AddDays(-2) });

        var page = await Open("/recovery/evidence/sleep");

        Assert.Equal(["/posts/newer", "/posts/older", "/tips/first-tip", "/tips/second-tip"], page.QuerySelectorAll(".card-title a, .tip-card a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Posts_and_tips_end_with_the_evidence_that_they_name_as_far_as_it_is_known()
    {
        await _blog.Save(APost("legs") with { Sources = ["nsaid", "roberts2019", "walsh2021", "magic"] });
        await _blog.Save(ATip("legs") with { Sources = ["sleep"] });
        await _blog.Save(ATip("bare") with { Sources = ["magic"] });

        var used = (await Open("/posts/legs")).QuerySelectorAll(".evidence-used li");

        Assert.Equal(2, used.Length);
        Assert.Equal(("/recovery/evidence/nsaid", "harmful"), (used[0].QuerySelector("a")!.GetAttribute("href"), used[0].QuerySelector(".grade")!.TextContent));
        Assert.Equal("https://doi.org/10.1249/MSS.0000000000002071", used[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Single((await Open("/tips/legs")).QuerySelectorAll(".evidence-used li"));
        Assert.Empty((await Open("/tips/bare")).QuerySelectorAll(".evidence-used"));
        using var browser = _blog.Browser();
        Assert.DoesNotContain("Evidence used", await browser.GetStringAsync("/rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_knows_all_pages_of_evidence()
    {
        using var browser = _blog.Browser();
        var map = await browser.GetStringAsync("/sitemap.xml");

        Assert.Contains("/recovery/evidence</loc>", map, StringComparison.Ordinal);
        Assert.Contains("/recovery/evidence/reverse-taper</loc>", map, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tips?effort=hot", "any-hard-run any-race hot-races odd none")]
    [InlineData("/tips?effort=hard-run", "any-hard-run odd none")]
    [InlineData("/tips?effort=heavy-legs", "heavy-legs odd none")]
    [InlineData("/tips?effort=hot&phase=day0", "any-race")]
    [InlineData("/tips?effort=hot&grade=strong", "")]
    public async Task Tips_are_chosen_by_effort_phase_and_grade_together(string address, string slugs)
    {
        foreach (var (slug, appliesTo) in new[] { ("any-hard-run", "any hard run"), ("any-race", "Any race"), ("hot-races", "hot races"), ("heavy-legs", "heavy legs"), ("odd", "left shoes"), ("none", null) })
        {
            await _blog.Save(ATip(slug) with { AppliesTo = appliesTo, Phase = slug == "any-race" ? "day0" : "rest" });
        }

        var page = await Open(address);

        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), page.QuerySelectorAll(".tip-card a").Select(a => a.GetAttribute("href")!["/tips/".Length..]).Order());
        Assert.Contains(page.QuerySelectorAll(".filters a[aria-current]"), a => a.TextContent is "Hot race" or "Hard run" or "Heavy legs");
    }

    [Fact]
    public async Task Where_the_file_is_broken_its_pages_are_missing_and_all_others_are_there()
    {
        _content.Write("{\n  \"version\": \"one\"\n}");
        await _blog.Save(APost("legs") with { Sources = ["sleep"] });
        using var browser = _blog.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/recovery/evidence")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/recovery/evidence/sleep")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/posts/legs")).StatusCode);
        Assert.DoesNotContain("/recovery/evidence", await browser.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_says_which_file_is_broken_where_and_how()
    {
        _content.Write("{\n  \"version\": \"one\"\n}");
        var program = Path.Combine(AppContext.BaseDirectory, "RunRecovery.Web.dll");
        string[] settings = ["--Urls=http://127.0.0.1:0", $"--Content:Path={_content.Root}", $"--Data:Path={Path.Combine(_content.Root, "data")}"];
        using var process = new Process { StartInfo = new ProcessStartInfo("dotnet", [program, .. settings]) { RedirectStandardOutput = true } };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        process.Start();
        var lines = new List<string>();
        try
        {
            while (!lines.Any(said => said.Contains("recovery/evidence.json", StringComparison.Ordinal)) && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        Assert.Contains("ERR", lines[^1], StringComparison.Ordinal);
        Assert.Contains("recovery/evidence.json:2: cannot be read at $.version: ", lines[^1], StringComparison.Ordinal);
        // The first visitor has not waited for it.
        Assert.Contains(lines[..^1], said => said.Contains("The blog is at", StringComparison.Ordinal));
    }

    private async Task<IHtmlDocument> Open(string address)
    {
        using var browser = _blog.Browser();
        return await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(address));
    }

    private static double Number(IElement element, string attribute) => double.Parse(element.GetAttribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);
}
