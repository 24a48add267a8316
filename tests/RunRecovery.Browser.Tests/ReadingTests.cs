using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

public sealed class ReadingTests(RunningBlog blog)
{
    [Fact]
    public async Task From_the_teaser_to_the_post_and_on_without_script()
    {
        var page = await blog.OpenAsync("/");

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Dealing with Heavy Legs$") }).Last.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Quick Tip: Dealing with Heavy Legs");
        await page.GetByRole(AriaRole.Link, new() { Name = "Heavy Legs", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/series/heavy-legs$"));
    }

    [Fact]
    public async Task Tips_are_filtered_without_script()
    {
        var page = await blog.OpenAsync("/tips");

        await page.GetByRole(AriaRole.Link, new() { Name = "harmful", Exact = true }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 tip");
    }

    [Fact]
    public async Task No_page_is_wider_than_the_smallest_phone()
    {
        var page = await blog.OpenAsync("/", width: 320, script: true);
        var wide = new List<string>();
        foreach (var address in blog.Pages)
        {
            await page.GotoAsync(address);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > 320)
            {
                wide.Add(address);
            }
        }

        Assert.Empty(wide);
    }

    [Fact]
    public async Task A_reader_gets_nothing_but_the_page()
    {
        var page = await blog.OpenAsync("/nowhere");
        var requests = new List<string>();
        var scripts = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        foreach (var address in blog.Pages)
        {
            await page.GotoAsync(address);
            if (await page.Locator("script").CountAsync() > 0)
            {
                scripts.Add(address);
            }
        }

        Assert.Empty(scripts);
        Assert.All(requests, url => Assert.StartsWith(blog.Address.AbsoluteUri, url, StringComparison.Ordinal));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task The_film_plays_with_captions()
    {
        var page = await blog.OpenAsync("/posts/speed-up-recovery-post-race-or-hard-run", script: true);

        await page.EvaluateAsync("document.querySelector('video').play()");
        await page.WaitForFunctionAsync("document.querySelector('video').currentTime > 0");

        Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelector('video').textTracks.length"));
        Assert.InRange(await page.EvaluateAsync<double>("document.querySelector('video').duration"), 20, 60);
    }
}
