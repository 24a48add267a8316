using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests.Desk;

/// <summary>Two windows, no network, no session: what was typed is there all the same.</summary>
public sealed class NothingLostTests(EmptyDesk desk, ITestOutputHelper output) : IClassFixture<EmptyDesk>
{
    private const string Letter = "a";
    private const int LetterEveryMilliseconds = 100;

    [Fact]
    public async Task Two_windows_that_change_different_paragraphs_both_have_the_whole_text()
    {
        var (first, second) = await TwoWindowsAsync("Both", "One.\n\nTwo.\n\nThree.");

        await first.Text.FillAsync("ONE.\n\nTwo.\n\nThree.");
        await first.SeeStatusAsync("Kept");
        await second.WriteAtEndAsync(" And four.");
        await second.SeeStatusAsync("Changes from elsewhere were merged into your text");

        await Assertions.Expect(second.Text).ToHaveValueAsync("ONE.\n\nTwo.\n\nThree. And four.");
        await first.Text.FillAsync("ONE!\n\nTwo.\n\nThree.");
        await Assertions.Expect(first.Text).ToHaveValueAsync("ONE!\n\nTwo.\n\nThree. And four.");
    }

    [Fact]
    public async Task Two_windows_that_change_the_same_line_part_and_their_author_decides()
    {
        var (first, second) = await TwoWindowsAsync("Apart", "One line.");

        await first.Text.FillAsync("One line, said so.");
        await first.SeeStatusAsync("Kept");
        await second.Text.FillAsync("One line, said otherwise.");
        await second.SeeStatusAsync("Both texts are kept");
        await second.WriteAtEndAsync(" And on.");
        await second.SeeStatusAsync("Kept ");
        await second.Button("Publish…").ClickAsync();
        await second.SeeStatusAsync("Decide between the two");
        await Assertions.Expect(second.Text).ToHaveValueAsync("One line, said otherwise. And on.");

        await second.GotoAsync($"/admin/posts/{first.PostId()}/conflict");
        await Assertions.Expect(second.Locator(".versions")).ToContainTextAsync("One line, said so.");
        await Assertions.Expect(second.Locator(".versions")).ToContainTextAsync("One line, said otherwise. And on.");
        await second.Button("Take the other").ClickAsync();
        await Assertions.Expect(second.Text).ToHaveValueAsync("One line, said otherwise. And on.");
        await second.GotoAsync($"/admin/posts/{first.PostId()}/revisions");
        await second.Locator(".desk-line-title").Nth(1).ClickAsync();
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("said so");
    }

    [Fact]
    public async Task Two_posts_that_begin_at_once_are_two_posts()
    {
        var (first, second) = (await desk.OpenAsync("/admin/posts/new"), await desk.OpenAsync("/admin/posts/new"));

        await Task.WhenAll(first.WriteAtEndAsync("The first idea."), second.WriteAtEndAsync("The second idea."));
        await first.SeeStatusAsync("Kept");
        await second.SeeStatusAsync("Kept");

        Assert.NotEqual(first.PostId(), second.PostId());
        await first.ReloadAsync();
        await Assertions.Expect(first.Text).ToHaveValueAsync("The first idea.");
    }

    [Fact]
    public async Task Without_a_network_writing_goes_on_and_arrives_later()
    {
        var page = await NewPostAsync("Tunnel", "Before the tunnel.");

        await page.Context.SetOfflineAsync(true);
        await page.WriteAtEndAsync(" In the tunnel.");
        await page.SeeStatusAsync("You are offline. What you write is kept in this browser");
        await page.WriteAtEndAsync(" Still in it.");
        await page.Context.SetOfflineAsync(false);

        await UntilKeptAsync(page);
        var other = await desk.OpenAsync($"/admin/posts/{page.PostId()}");
        await Assertions.Expect(other.Text).ToHaveValueAsync("Before the tunnel. In the tunnel. Still in it.");
    }

    [Fact]
    public async Task Words_that_only_a_closed_window_had_come_back_and_are_forgotten_by_the_browser_once_kept()
    {
        var page = await NewPostAsync("Closed", "Sent.");
        await page.Context.SetOfflineAsync(true);
        await page.WriteAtEndAsync(" Not sent.");
        await page.CloseAsync(new() { RunBeforeUnload = false });
        await desk.Ada.SetOfflineAsync(false);

        var again = await desk.OpenAsync(page.Url);

        await again.SeeStatusAsync("they are back in the text");
        await Assertions.Expect(again.Text).ToHaveValueAsync("Sent. Not sent.");
        Assert.Equal(0, await again.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task A_new_post_that_only_a_closed_window_had_comes_back_into_the_next_of_its_kind()
    {
        var page = await desk.OpenAsync("/admin/posts/new?kind=tip");
        await page.Context.SetOfflineAsync(true);
        await page.Title.FillAsync("A tip");
        await page.Locator("#details > summary").ClickAsync();
        await page.GetByLabel("For which runs").FillAsync("long ones");
        await page.CloseAsync(new() { RunBeforeUnload = false });
        await desk.Ada.SetOfflineAsync(false);

        var post = await desk.OpenAsync("/admin/posts/new");
        await Assertions.Expect(post.Preview).ToBeVisibleAsync();
        await Assertions.Expect(post.Title).ToHaveValueAsync("");
        var tip = await desk.OpenAsync("/admin/posts/new?kind=tip");
        await tip.SeeStatusAsync("they are back in the text");
        await Assertions.Expect(tip.Title).ToHaveValueAsync("A tip");
        await Assertions.Expect(tip.GetByLabel("For which runs")).ToHaveValueAsync("long ones");
    }

    /// <summary>A computer that went off may have older words on its disk than the server has.</summary>
    [Fact]
    public async Task Older_words_of_a_browser_that_crashed_do_not_replace_newer_ones_of_the_server()
    {
        var page = await NewPostAsync("Crash", "Old.");
        await page.Context.SetOfflineAsync(true);
        await page.WriteAtEndAsync(" Older.");
        var disk = await page.EvaluateAsync<string[]>("Object.entries(localStorage)[0]");
        await page.Context.SetOfflineAsync(false);
        await page.SeeStatusAsync("Kept ");
        await page.WriteAtEndAsync(" Newer.");
        await Assertions.Expect(page.Status).ToContainTextAsync("Kept ");
        await Assertions.Expect(page.Text).ToHaveValueAsync("Old. Older. Newer.");
        await UntilKeptAsync(page);
        await page.CloseAsync(new() { RunBeforeUnload = false });

        var blank = await desk.OpenAsync("/admin");
        await blank.EvaluateAsync("([name, entry]) => localStorage.setItem(name, entry)", disk);
        await blank.GotoAsync(page.Url);
        await UntilKeptAsync(blank);
        await blank.WriteAtEndAsync(" Newest.");
        await blank.SeeStatusAsync("Kept ");
        await UntilKeptAsync(blank);

        await blank.ReloadAsync();
        await Assertions.Expect(blank.Text).ToHaveValueAsync("Old. Older. Newer. Newest.");
    }

    [Fact]
    public async Task While_the_server_answers_no_more_than_two_seconds_of_typing_are_in_the_browser_alone()
    {
        // A clock is the whole browser's.
        var browser = await desk.NewBrowserAsync();
        var page = await browser.NewPageAsync();
        await EmptyDesk.SignInAsync(page);
        await page.GotoAsync("/admin/posts/new");
        await page.Text.FillAsync("x");
        await page.SeeStatusAsync("Kept ");
        await page.EvaluateAsync("""
            () => {
              const ask = window.fetch;
              [window.reached, window.waiting] = [0, 0];
              window.fetch = async (address, options) => {
                if (!`${address}`.includes('/posts/keep')) return ask(address, options);
                window.waiting++;
                const length = options.body.get('Form.Markdown').length;
                const answer = await ask(address, options);
                window.waiting--;
                window.reached = length;
                return answer;
              };
            }
            """);
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await page.Text.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");

        var most = 0;
        for (var letters = 2; letters <= 80; letters++)
        {
            await page.Keyboard.TypeAsync(Letter);
            await page.Clock.RunForAsync(LetterEveryMilliseconds);
            // The clock of the page stands still while the server answers.
            await UntilAnsweredAsync(page);
            most = Math.Max(most, letters - await page.EvaluateAsync<int>("window.reached"));
        }

        Assert.InRange(most, 2, 2000 / LetterEveryMilliseconds);
        output.WriteLine($"At most {most} letters of ten a second were in the browser alone.");
        await browser.CloseAsync();
    }

    [Fact]
    public async Task A_session_that_ends_is_said_and_another_window_opens_the_way_again()
    {
        var browser = await desk.NewBrowserAsync();
        var page = await browser.NewPageAsync();
        await EmptyDesk.SignInAsync(page);
        await page.GotoAsync("/admin/posts/new");
        await page.WriteAtEndAsync("Signed in.");
        await page.SeeStatusAsync("Kept");

        await browser.ClearCookiesAsync();
        await page.WriteAtEndAsync(" Signed out.");
        await page.SeeStatusAsync("You are signed out.");
        var door = await browser.RunAndWaitForPageAsync(() => page.Status.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync());
        await EmptyDesk.SignInAsync(door);
        await page.BringToFrontAsync();
        await page.WriteAtEndAsync(" Signed in again.");
        await page.SeeStatusAsync("Kept ");
        await page.PasteAsync(("after.png", Typing.Png(40)));
        await page.Button("Put it in").ClickAsync();
        await page.SeeTextAsync("![](/media/");

        await UntilKeptAsync(page);
        await door.GotoAsync(page.Url);
        await Assertions.Expect(door.Text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Signed in. Signed out. Signed in again."));
        await browser.CloseAsync();
    }

    /// <summary>Until nothing is left that only the browser has.</summary>
    private static async Task UntilKeptAsync(IPage page)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await page.EvaluateAsync<int>("localStorage.length") > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Asked from here: a page whose clock stands still does not wait.</summary>
    private static async Task UntilAnsweredAsync(IPage page)
    {
        while (await page.EvaluateAsync<int>("window.waiting") > 0)
        {
        }
    }

    private async Task<IPage> NewPostAsync(string title, string text)
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.Title.FillAsync(title);
        await page.Text.FillAsync(text);
        await page.SeeStatusAsync("Kept ");
        return page;
    }

    private async Task<(IPage First, IPage Second)> TwoWindowsAsync(string title, string text)
    {
        var first = await NewPostAsync(title, text);
        return (first, await desk.OpenAsync(first.Url));
    }
}
