using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

public sealed class AccessibilityTests(RunningBlog blog)
{
    private const string Violations = """
        async () => {
          const found = await axe.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
          });
          return found.violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.html}`));
        }
        """;

    [Fact]
    public async Task No_page_keeps_anybody_out_on_a_phone_or_a_desk_in_light_or_in_dark()
    {
        var problems = new List<string>();
        var page = await blog.OpenAsync("/", script: true);
        await page.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var address in blog.Pages)
        {
            await page.GotoAsync(address);
            foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (390, ColorScheme.Dark), (1280, ColorScheme.Dark), (1280, ColorScheme.Light) })
            {
                await page.SetViewportSizeAsync(width, 844);
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                problems.AddRange((await page.EvaluateAsync<string[]>(Violations)).Select(v => $"{address}, {width} px, {scheme}: {v}"));
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_has_the_focus_is_seen()
    {
        var page = await blog.OpenAsync("/", script: true);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the text" })).ToBeInViewportAsync(new() { Ratio = 1 });

        var unseen = new List<string>();
        for (var stop = 0; stop < 20; stop++)
        {
            var outline = await page.EvaluateAsync<double>("() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle === 'solid' ? parseFloat(style.outlineWidth) : 0; }");
            if (outline < 2)
            {
                unseen.Add(await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Empty(unseen);
    }
}
