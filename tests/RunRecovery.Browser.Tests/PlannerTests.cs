using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

/// <summary>The planner on a phone, without script, and on paper.</summary>
public sealed partial class PlannerTests(RunningBlog blog)
{
    private static string EightDaysAgo => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-8).ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task From_the_form_to_the_plan_and_through_the_daily_check_without_script()
    {
        var page = await blog.OpenAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Planner", Exact = true }).ClickAsync();
        await page.GetByLabel("What did you run?").SelectOptionAsync("Marathon");
        await page.GetByLabel("When?").FillAsync(EightDaysAgo);
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan my recovery" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/recovery/plan\\?distance=marathon&date={EightDaysAgo}&v=1$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Marathon, all out");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Today is day 8" })).ToBeVisibleAsync();

        await page.GetByLabel("Sore legs, 0 to 10").SelectOptionAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Shall I run today?" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("No run today");
        await page.GetByRole(AriaRole.Link, new() { Name = "The plan, moved by one day" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("&held=8&v=1$"));
        await Assertions.Expect(page.Locator("#day-8")).ToContainTextAsync("Run put off");
        await Assertions.Expect(page.Locator("#day-9")).ToContainTextAsync("Easy run, 15 min");
    }

    [Fact]
    public async Task What_cannot_be_planned_is_said_beside_its_field_and_can_be_mended_there()
    {
        var page = await blog.OpenAsync("/recovery");
        await page.GetByText("Another distance").ClickAsync();
        await page.GetByLabel("Kilometres").First.FillAsync("301");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan my recovery" }).ClickAsync();

        var km = page.Locator("#km");
        await Assertions.Expect(km).ToBeVisibleAsync();
        await Assertions.Expect(km).ToHaveValueAsync("301");
        await Assertions.Expect(page.Locator("#km-problem")).ToContainTextAsync("0.4 to 300");
        await km.FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan my recovery" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("30 km, hard");
    }

    [Theory]
    [InlineData("/recovery")]
    [InlineData("/recovery/plan?distance=marathon&date=2026-11-22&v=1")]
    public async Task Warning_signs_are_on_the_first_screen_of_a_phone(string address)
    {
        var page = await blog.OpenAsync(address);
        var warnings = (await page.GetByRole(AriaRole.Complementary, new() { Name = "Before anything else" }).BoundingBoxAsync())!;
        Assert.InRange(warnings.Y + warnings.Height, 1, 844);
    }

    [Theory]
    [InlineData("distance=5k&date=2026-11-22&v=1")]
    [InlineData("distance=marathon&date=2026-11-22&time=3%3A59%3A59&next=2026-12-24&v=1")]
    [InlineData("km=300&effort=all_out&date=2026-11-22&experience=new&terrain=downhill&soreness=10&time=60%3A00%3A00&next=2027-01-20&v=1")]
    [InlineData("km=300&effort=all_out&date=2026-11-22&experience=new&terrain=downhill&soreness=10&next=2027-01-20&held=19.20.60.61&v=1")]
    public async Task A_plan_prints_on_one_page(string plan)
    {
        var page = await blog.OpenAsync($"/recovery/plan?{plan}");
        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true }));
        Assert.Single(PageOfPaper.Matches(paper));
    }

    [Fact]
    public async Task A_hundred_kilobytes_are_answered_with_what_is_allowed()
    {
        using var client = new HttpClient { BaseAddress = blog.Address };
        var answer = await client.GetAsync($"/recovery/plan?km={new string('9', 100_000)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("wanted at most 1,000", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageOfPaper { get; }
}
