using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

public sealed class AccessibilityTests(RunningBlog blog)
{
    private static readonly AxeRunOptions Wcag = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    /// <summary>Every page, as most readers see it.</summary>
    [Fact]
    public Task No_page_keeps_anybody_out() => AssertNoProblems(blog.Pages, 390, ColorScheme.Light);

    /// <summary>The other appearances differ only in colours and widths, so a page of each kind tells.</summary>
    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public Task No_kind_of_page_keeps_anybody_out_in(int width, ColorScheme scheme) => AssertNoProblems(RunningBlog.OneOfEachKind, width, scheme);

    private async Task AssertNoProblems(IEnumerable<string> addresses, int width, ColorScheme scheme)
    {
        var problems = new List<string>();
        var page = await blog.OpenAsync("/", width, scheme, script: true);
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            var result = await page.RunAxe(Wcag);
            problems.AddRange(result.Violations.Select(v => $"{address}: {v.Id}: {v.Nodes[0].Html}"));
        }

        Assert.Empty(problems);
        await page.Context.CloseAsync();
    }
}
