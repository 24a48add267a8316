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
            if (await page.Locator("script:not([type='application/ld+json'])").CountAsync() > 0)
            {
                scripts.Add(address);
            }
        }

        // It puts buttons beside links.
        Assert.Equal(["/subscribe"], scripts);
        Assert.All(requests, url => Assert.StartsWith(blog.Address.AbsoluteUri, url, StringComparison.Ordinal));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task The_address_of_a_feed_is_copied_by_a_button_and_is_a_link_without_script()
    {
        var plain = await blog.OpenAsync("/subscribe");
        Assert.Equal(0, await plain.GetByRole(AriaRole.Button).CountAsync());
        await Assertions.Expect(plain.GetByRole(AriaRole.Link, new() { Name = "RSS feed of All posts", Exact = true })).ToHaveAttributeAsync("href", "/rss.xml");

        var page = await blog.OpenAsync("/subscribe", script: true);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the address of the RSS feed of All posts", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("/rss.xml");
        Assert.EndsWith("/rss.xml", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
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
