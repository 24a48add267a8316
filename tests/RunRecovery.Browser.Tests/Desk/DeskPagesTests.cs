using System.Diagnostics;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using RunRecovery.Web.Options;

namespace RunRecovery.Browser.Tests.Desk;

/// <summary>Every page on which somebody writes or publishes: for everybody, on every screen.</summary>
public sealed class DeskPagesTests(EmptyDesk desk) : IClassFixture<EmptyDesk>
{
    private const int MostStops = 60;

    private const string Violations = """
        async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
          .violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.html}`))
        """;

    /// <summary>A finger needs 24 px; links within a sentence are as high as their line.</summary>
    private const string TooSmall = """
        () => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a.button, .desk-menu a, .filters a')]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.prose'))
          .filter(e => { const box = (e.closest('label') ?? e).getBoundingClientRect(); return box.width < 24 || box.height < 24; })
          .map(e => e.outerHTML.slice(0, 120))
        """;

    [Fact]
    public async Task No_page_of_the_desk_keeps_anybody_out_sticks_out_or_is_invalid()
    {
        var pages = await PagesAsync();
        var folder = Directory.CreateTempSubdirectory("runrecovery-desk-");
        List<string> problems = [];
        var page = await desk.OpenAsync("/admin");
        page.Console += (_, said) => problems.AddRange(said.Type == "error" ? [$"{page.Url}: {said.Text}"] : []);
        foreach (var (number, address) in pages.Index())
        {
            var answer = await page.GotoAsync(address);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{number}.html"), await answer!.TextAsync());
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
            foreach (var width in new[] { 390, 1280 })
            {
                await page.SetViewportSizeAsync(width, 844);
                var sticksOut = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");
                problems.AddRange(sticksOut ? [$"{address}, {width} px: scrolls sideways"] : []);
                problems.AddRange((await page.EvaluateAsync<string[]>(TooSmall)).Select(e => $"{address}, {width} px: too small for a finger: {e}"));
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    problems.AddRange((await page.EvaluateAsync<string[]>(Violations)).Select(v => $"{address}, {width} px, {scheme}: {v}"));
                }
            }
        }

        problems.AddRange(await InvalidAsync(folder.FullName));
        folder.Delete(recursive: true);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public async Task From_signing_in_to_published_with_the_keyboard_alone()
    {
        var browser = await desk.NewBrowserAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync("/admin/sign-in");
        await ReachAsync(page, "Name");
        await page.Keyboard.TypeAsync("Ada");
        await ReachAsync(page, "Password");
        await page.Keyboard.TypeAsync(EmptyDesk.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin");

        await ReachAsync(page, "New post");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Text).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Formatting" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("strong");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync(" legs");
        await Assertions.Expect(page.Text).ToHaveValueAsync("**strong** legs");

        // The toolbar is one stop, right before the text; arrows go along it.
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bold" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Heading" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Text).ToBeFocusedAsync();
        await Assertions.Expect(page.Text).ToHaveValueAsync("## **strong** legs");

        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.TypeAsync("By keyboard");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Text).ToBeFocusedAsync();
        await page.SaveAsRevisionAsync();

        await ReachAsync(page, "Publish…");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/publish");
        await ReachAsync(page, "Publish now");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Published: readers see it now.")).ToBeVisibleAsync();
        await page.GotoAsync("/posts/by-keyboard");
        await Assertions.Expect(page.Locator(".prose h2 strong")).ToHaveTextAsync("strong");
        await browser.CloseAsync();
    }

    /// <summary>Goes on by the tabulator until what is called so has the focus, and sees at each stop where it is.</summary>
    private static async Task ReachAsync(IPage page, string name)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await page.EvaluateAsync<bool>("name => [document.activeElement.labels?.[0], document.activeElement].some(e => e?.textContent.trim() === name)", name))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => { const style = getComputedStyle(document.activeElement); return document.activeElement === document.body || (style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2); }"), $"Before '{name}' the focus is not seen.");
        }

        Assert.Fail($"The keyboard does not reach '{name}' at {page.Url}.");
    }

    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.Title.FillAsync("A title that is long enough to need two lines on a phone, or three");
        await page.Text.FillAsync("## Tags\n\nWords and a very" + new string('y', 90) + " long one.\n\n| a | b | c | d | e | f | g | h |\n|---|---|---|---|---|---|---|---|\n| long words | long words | long words | long words | long words | long words | long words | long words |\n\n    code that is longer than a phone is wide, by far, and goes on and on and on\n\n![](/media/gone.png)");
        await page.SaveAsRevisionAsync();
        var edit = new Uri(page.Url).AbsolutePath;
        var other = await desk.OpenAsync(edit);
        await page.Text.FillAsync("One text.");
        await page.SeeStatusAsync("Kept ");
        await other.Text.FillAsync("Another text.");
        await other.SeeStatusAsync("Both texts are kept");
        await page.GotoAsync($"{edit}/revisions");
        var revision = await page.Locator(".desk-line-title").First.GetAttributeAsync("href");
        var gone = await desk.OpenAsync("/admin/posts/new");
        await gone.Text.FillAsync("Into the bin.");
        await gone.SeeStatusAsync("Kept ");
        var bin = $"{new Uri(gone.Url).AbsolutePath}/delete";
        await gone.GotoAsync(bin);
        await gone.Button("Delete").ClickAsync();
        await gone.WaitForURLAsync("**/admin**");
        await Task.WhenAll(page.CloseAsync(), other.CloseAsync(), gone.CloseAsync());
        return ["/admin", "/admin?q=nothing+fits", "/admin/posts/new", "/admin/posts/new?kind=tip", "/admin/posts/new?kind=page", edit, $"{edit}/publish", $"{edit}/conflict", $"{edit}/revisions", revision!, $"{revision}?now=true", $"{edit}/share", $"{edit}/delete", bin, "/admin/taxonomy"];
    }

    private static async Task<IReadOnlyList<string>> InvalidAsync(string folder)
    {
        var checker = Path.Combine(HomeFolder.Path, "tests", "tools", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        using var vnu = Process.Start(new ProcessStartInfo("java", ["-jar", checker, "--errors-only", "--skip-non-html", folder]) { RedirectStandardError = true })!;
        var problems = await vnu.StandardError.ReadToEndAsync();
        await vnu.WaitForExitAsync();
        return vnu.ExitCode == 0 && problems.Length == 0 ? [] : [problems];
    }
}
