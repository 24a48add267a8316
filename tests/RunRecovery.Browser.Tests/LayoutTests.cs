using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

public sealed class LayoutTests(RunningBlog blog)
{
    private const string Post = "/posts/speed-up-recovery-post-race-or-hard-run";

    private const string WatchShifts = """
        window.shifts = [];
        window.watch = new PerformanceObserver(list => window.shifts.push(...list.getEntries()));
        window.watch.observe({ type: 'layout-shift', buffered: true });
        """;

    private const string SumOfShifts = """
        async () => {
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          window.shifts.push(...window.watch.takeRecords());
          return window.shifts.reduce((sum, shift) => sum + shift.value, 0);
        }
        """;

    [Theory]
    [InlineData("/", 390)]
    [InlineData("/", 1280)]
    [InlineData("/tips", 390)]
    [InlineData("/tips", 1280)]
    [InlineData(Post, 390)]
    [InlineData(Post, 1280)]
    public async Task Nothing_moves_while_a_page_loads_and_is_scrolled_through(string address, int width)
    {
        var page = await blog.OpenAsync("about:blank", width, script: true);
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(address);
        foreach (var picture in await page.Locator("main img").AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            await picture.EvaluateAsync("picture => picture.decode()");
        }

        await page.EvaluateAsync("window.scrollTo(0, document.documentElement.scrollHeight)");

        Assert.InRange(await page.EvaluateAsync<double>(SumOfShifts), 0, 0.001);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_font_is_small_and_fetched_once()
    {
        var page = await blog.OpenAsync("about:blank", script: true);
        var fonts = new List<IResponse>();
        page.Response += (_, response) =>
        {
            if (response.Request.ResourceType == "font")
            {
                fonts.Add(response);
            }
        };

        await page.GotoAsync(Post);
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");

        // The style sheet and the preload must name the same address, the one that may be kept for ever.
        var font = Assert.Single(fonts);
        Assert.Matches(@"\.[a-z0-9]{10}\.woff2$", font.Url);
        Assert.InRange((await font.BodyAsync()).Length, 1, 60 * 1024);
    }

    [Fact]
    public async Task A_line_has_sixty_to_seventy_five_characters()
    {
        var page = await blog.OpenAsync(Post, width: 1280, script: true);

        var full = await page.EvaluateAsync<int[]>("""
            () => [...document.querySelectorAll('.prose > p')].flatMap(p => {
              const lines = new Map();
              const range = document.createRange();
              const texts = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                for (let at = 0; at < texts.currentNode.length; at++) {
                  range.setStart(texts.currentNode, at);
                  range.setEnd(texts.currentNode, at + 1);
                  const line = Math.round(range.getBoundingClientRect().bottom / 24);
                  lines.set(line, (lines.get(line) ?? 0) + 1);
                }
              }
              return [...lines.values()].slice(0, -1);
            })
            """);

        Assert.InRange(full.Average(), 60, 75);
    }

    [Fact]
    public async Task A_printed_post_is_its_text_on_white()
    {
        var page = await blog.OpenAsync(Post, width: 1280, scheme: ColorScheme.Dark, script: true);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Contentinfo)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Assertions.Expect(page.Locator("video")).ToBeHiddenAsync();
    }
}
