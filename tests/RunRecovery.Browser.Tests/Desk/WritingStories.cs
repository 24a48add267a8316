using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests.Desk;

/// <summary>What becomes of an idea.</summary>
public sealed class WritingStories(EmptyDesk desk) : IClassFixture<EmptyDesk>
{
    [Fact]
    public async Task An_idea_becomes_a_post_with_a_pasted_picture_that_readers_and_feeds_have_once()
    {
        await HaveTagAsync("easy runs");
        var page = await desk.OpenAsync("/admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "New post" }).ClickAsync();
        await page.Title.FillAsync("A day after the lake");
        await page.WriteAtEndAsync("My legs are **heavy**.\n\n");
        await page.SeeStatusAsync("Kept");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/admin/posts/\d+$"));
        await Assertions.Expect(page.Preview.Locator("strong")).ToHaveTextAsync("heavy");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("4 words, 1 min read");

        await page.PasteAsync(("image.png", Typing.Png(90)));
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "What does the picture show?" });
        await dialog.GetByLabel("Alternative text").FillAsync("The lake in [thick] fog");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Text).ToHaveValueAsync(new Regex(@"^My legs are \*\*heavy\*\*\.\n\n!\[The lake in \\\[thick\\\] fog\]\(/media/[^)]+\.png\)\n\n$"));
        await Assertions.Expect(page.Text).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("So I rest.");
        await Assertions.Expect(page.Text).ToHaveValueAsync(new Regex(@"\.png\)\n\nSo I rest\.$"));
        await Assertions.Expect(page.Preview.GetByRole(AriaRole.Img, new() { Name = "The lake in [thick] fog" })).ToBeVisibleAsync();

        await page.Locator("#details > summary").ClickAsync();
        await page.GetByLabel("Tags", new() { Exact = true }).PressSequentiallyAsync("fog, eas");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Tags", new() { Exact = true })).ToHaveValueAsync("fog, easy runs, ");

        await page.Button("Publish…").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Before readers see it" })).ToBeVisibleAsync();
        await page.Button("Publish now").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/posts/a-day-after-the-lake$"));
        await Assertions.Expect(page.Locator(".prose")).ToContainTextAsync("So I rest.");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "easy runs" }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "The lake in [thick] fog" })).ToHaveJSPropertyAsync("complete", true);
        Assert.Equal(900, await page.GetByRole(AriaRole.Img, new() { Name = "The lake in [thick] fog" }).EvaluateAsync<int>("async picture => { await picture.decode(); return Number(picture.getAttribute('width')); }"));
        Assert.Equal(1, await FeedCountAsync("<title>A day after the lake</title>"));
    }

    [Fact]
    public async Task A_changed_address_leads_on_from_the_old_one()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.Title.FillAsync("Frist steps");
        await page.WriteAtEndAsync("A slip in the title.");
        await page.PublishNowAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the text" }).ClickAsync();
        await page.Locator("#details > summary").ClickAsync();
        await Assertions.Expect(page.GetByText("the old one leads here for ever")).ToBeVisibleAsync();
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync("first-steps");
        await page.Button("Update…").ClickAsync();
        await page.Button("Update, minor").ClickAsync();
        await Assertions.Expect(page.GetByText("Updated.")).ToBeVisibleAsync();

        using var reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Blog.Address };
        var answer = await reader.GetAsync("/posts/frist-steps");
        Assert.Equal(System.Net.HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.EndsWith("/posts/first-steps", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await page.GotoAsync("/posts/frist-steps");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/posts/first-steps$"));
    }

    [Fact]
    public async Task A_scheduled_post_goes_live_by_itself()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.Title.FillAsync("Tomorrow morning");
        await page.WriteAtEndAsync("Written the evening before.");
        await page.Button("Publish…").ClickAsync();
        var at = DateTime.UtcNow.AddSeconds(5);
        await page.GetByLabel("Or at a time").EvaluateAsync("(field, time) => { field.step = 1; field.value = time; }", at.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        await page.Button("Schedule").ClickAsync();
        await Assertions.Expect(page.GetByText("Scheduled for").First).ToBeVisibleAsync();
        var id = page.PostId();

        // Nobody looks at it: the feed is what changes.
        Assert.Equal(0, await FeedCountAsync("<title>Tomorrow morning</title>"));
        await UntilAsync(async () => await FeedCountAsync("<title>Tomorrow morning</title>") == 1);
        Assert.InRange(DateTime.UtcNow, at.AddSeconds(-1), at.AddSeconds(20));
        await page.GotoAsync($"/admin/posts/{id}/publish");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_saved_can_be_gone_back_to_and_what_was_deleted_comes_back()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.Title.FillAsync("Two beginnings");
        await page.WriteAtEndAsync("The first beginning.");
        await page.SaveAsRevisionAsync();
        await page.Text.FillAsync("The second beginning.");
        await page.SaveAsRevisionAsync();
        var id = page.PostId();

        await page.GotoAsync($"/admin/posts/{id}/revisions");
        await page.Locator(".desk-line-title").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The first beginning.");
        await page.Button("Go back to this").ClickAsync();
        await page.SeeTextAsync("The first beginning.");

        await page.GotoAsync($"/admin/posts/{id}/delete");
        await page.Button("Delete").ClickAsync();
        await page.GotoAsync("/admin?state=inbin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Two beginnings" }).ClickAsync();
        await page.Button("Take it out").ClickAsync();
        await page.GotoAsync($"/admin/posts/{id}");
        await page.SeeTextAsync("The first beginning.");
    }

    [Fact]
    public async Task Without_script_a_post_is_written_previewed_saved_and_published()
    {
        var browser = await desk.NewBrowserAsync(script: false, width: 390);
        var page = await browser.NewPageAsync();
        await EmptyDesk.SignInAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "New post" }).ClickAsync();
        await page.Title.FillAsync("By hand");
        await page.Text.FillAsync("No script *at all*.");

        var preview = await page.RunAndWaitForPopupAsync(() => page.Button("Preview").ClickAsync());
        await Assertions.Expect(preview.Locator(".prose em")).ToHaveTextAsync("at all");
        await preview.CloseAsync();
        await page.Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.PublishNowAsync();

        await page.GotoAsync("/posts/by-hand");
        await Assertions.Expect(page.Locator(".prose em")).ToHaveTextAsync("at all");
        await browser.CloseAsync();
    }

    private async Task HaveTagAsync(string name)
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.Title.FillAsync("About tags");
        await page.WriteAtEndAsync("One.");
        await page.Locator("#details > summary").ClickAsync();
        await page.GetByLabel("Tags", new() { Exact = true }).FillAsync(name);
        await page.PublishNowAsync();
        await page.CloseAsync();
    }

    private async Task<int> FeedCountAsync(string part)
    {
        using var reader = new HttpClient { BaseAddress = desk.Blog.Address };
        return Regex.Count(await reader.GetStringAsync("/atom.xml"), Regex.Escape(part));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isSo())
        {
            await look.WaitForNextTickAsync(patience.Token);
        }
    }
}
