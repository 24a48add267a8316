using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

/// <summary>The author's way in, on a blog of its own, with a device that keeps passkeys; without a mouse.</summary>
public sealed class DeskTests(RunningBlog readers) : IAsyncLifetime
{
    private const int MostStops = 40;

    private readonly string _content = Directory.CreateTempSubdirectory("runrecovery-no-content-").FullName;
    private BlogProgram _blog = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _blog = await BlogProgram.StartAsync(_content);
        _page = await OpenAsync(script: true);
        var devtools = await _page.Context.NewCDPSessionAsync(_page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _page.Context.CloseAsync();
        await _blog.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    [Fact]
    public async Task The_printed_link_makes_an_owner_with_a_passkey_who_comes_back_with_it()
    {
        await SetUpWithPasskeyAsync();
        Assert.Equal("/admin", new Uri(_page.Url).AbsolutePath);
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Your desk" })).ToBeVisibleAsync();

        await PressAsync("button", "Sign out");
        await _page.WaitForURLAsync("**/admin/sign-in");
        await _page.GotoAsync("/admin/account/passkeys");
        await PressAsync("button", "Use a passkey");
        await _page.WaitForURLAsync("**/admin/account/passkeys");

        // The only way in cannot be thrown away; with a password it can.
        await PressAsync("button", "Remove");
        await Assertions.Expect(_page.GetByText("This is your only way to sign in.")).ToBeVisibleAsync();
        await _page.GotoAsync("/admin/account/password");
        await TypeAsync("New password", "calm lantern orbit quilt");
        await PressAsync("button", "Change the password");
        await Assertions.Expect(_page.GetByText("You have a new password.")).ToBeVisibleAsync();
        await _page.GotoAsync("/admin/account/passkeys");
        await PressAsync("button", "Remove");
        await Assertions.Expect(_page.GetByText("The passkey is removed here.")).ToBeVisibleAsync();

        await PressAsync("button", "Sign out");
        await _page.WaitForURLAsync("**/admin/sign-in");
        await PressAsync("button", "Use a passkey");
        await Assertions.Expect(_page.GetByText("This passkey opens no account here.")).ToBeVisibleAsync();
        await TypeAsync("Name", "ada");
        await TypeAsync("Password", "calm lantern orbit quilt");
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync("**/admin");
    }

    [Fact]
    public async Task Without_script_there_is_the_password()
    {
        var page = await OpenAsync(script: false);
        await page.GotoAsync(_blog.SetUpLink!);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create a passkey" })).ToBeHiddenAsync();

        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByLabel("Password").FillAsync("calm lantern orbit quilt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this password" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your desk" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task No_page_of_the_desk_keeps_anybody_out_scrolls_sideways_or_says_an_error_to_the_console()
    {
        var problems = new List<string>();
        _page.Console += (_, said) => problems.AddRange(said.Type == "error" ? [$"{_page.Url}: {said.Text}"] : []);
        await _page.GotoAsync("/admin/sign-in");
        problems.AddRange(await ProblemsAsync());
        await _page.GotoAsync(_blog.SetUpLink!);
        problems.AddRange(await ProblemsAsync());
        await SetUpWithPasskeyAsync();
        foreach (var address in new[] { "/admin", "/admin/account", "/admin/account/password", "/admin/account/passkeys", "/admin/account/recovery-codes", "/admin/account/sessions", "/admin/people", "/admin/lost-keys" })
        {
            await _page.GotoAsync(address);
            problems.AddRange(await ProblemsAsync());
        }

        await _page.GotoAsync("/admin/account/recovery-codes");
        await PressAsync("button", "Make new codes");
        await Assertions.Expect(_page.GetByText("8 codes are left")).ToBeVisibleAsync();
        problems.AddRange(await ProblemsAsync());
        await _page.GotoAsync("/admin/people");
        await TypeAsync("Name", "Ben");
        await PressAsync("button", "Make an invitation");
        await Assertions.Expect(_page.GetByText("A link for Ben")).ToBeVisibleAsync();
        problems.AddRange(await ProblemsAsync());
        Assert.Empty(problems);
    }

    private async Task SetUpWithPasskeyAsync()
    {
        await _page.GotoAsync(_blog.SetUpLink!);
        await TypeAsync("Your name", "Ada");
        await PressAsync("button", "Create a passkey");
        await _page.WaitForURLAsync("**/admin");
    }

    /// <summary>Goes on by the tabulator until the field has the focus.</summary>
    private async Task TypeAsync(string label, string text)
    {
        await ReachAsync($"el => el.labels?.[0]?.textContent.trim() === '{label}'", label);
        await _page.Keyboard.TypeAsync(text);
    }

    private async Task PressAsync(string element, string text)
    {
        await ReachAsync($"el => el.localName === '{element}' && el.textContent.trim() === '{text}'", text);
        await _page.Keyboard.PressAsync("Enter");
    }

    private async Task ReachAsync(string isIt, string what)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await _page.EvaluateAsync<bool>($"({isIt})(document.activeElement)"))
            {
                return;
            }

            await _page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach '{what}' at {_page.Url}.");
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync()
    {
        List<string> problems = [];
        await _page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await _page.SetViewportSizeAsync(width, 844);
            await _page.EmulateMediaAsync(new() { ColorScheme = scheme });
            problems.AddRange(await _page.EvaluateAsync<string[]>("async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`))"));
            problems.AddRange(await _page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth") ? ["scrolls sideways"] : []);
        }

        return [.. problems.Select(problem => $"{_page.Url}: {problem}")];
    }

    private async Task<IPage> OpenAsync(bool script)
    {
        var context = await readers.Browser.NewContextAsync(new() { BaseURL = _blog.Address.AbsoluteUri, JavaScriptEnabled = script });
        return await context.NewPageAsync();
    }
}
