using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RunRecovery.Core.Posts;

[assembly: AssemblyFixture(typeof(RunRecovery.Browser.Tests.RunningBlog))]

namespace RunRecovery.Browser.Tests;

/// <summary>The real program with the content that ships, for tests that only read; and a real browser.</summary>
public sealed partial class RunningBlog : IAsyncLifetime
{
    private BlogProgram _program = null!;
    private IPlaywright _playwright = null!;

    public Uri Address => _program.Address;
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Every page that the sitemap names, plans and answers, and a page that is not there.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _program = await BlogProgram.StartAsync();
        using var client = new HttpClient { BaseAddress = Address };
        var sitemap = await client.GetStringAsync("/sitemap.xml");
        var eightDaysAgo = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-8).ToString("yyyy-MM-dd", null);
        Pages =
        [
            .. Location().Matches(sitemap).Select(m => new Uri(m.Groups["url"].Value).PathAndQuery),
            "/tips?phase=rest&grade=weak", "/archive/2026", "/archive/2026/11", "/categories", "/tags", "/series", "/nowhere",
            $"/recovery/plan?distance=marathon&date={eightDaysAgo}&next=2026-12-24&v=1",
            $"/recovery/plan?km=160&effort=all_out&date={eightDaysAgo}&experience=new&terrain=downhill&soreness=10&held=19.20&v=1",
            "/recovery/plan?km=0&date=x&soreness=11&effort=none",
            $"/recovery/check?distance=marathon&date={eightDaysAgo}&v=1&day=8&sore=6&fever=on&urine=on",
            $"/recovery/check?distance=marathon&date={eightDaysAgo}&v=1&day=8",
            "/recovery/paces?distance=half&time=1:45:00", "/recovery/paces?km=5&mi=3&time=x",
            "/recovery/heavy-legs?where=swollen", "/recovery/heavy-legs?where=both&feel=still-sore&health=well&basics=several&lasting=days",
        ];

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <inheritdoc cref="BlogProgram.StoredAsync"/>
    public Task<IReadOnlyList<Post>> StoredAsync(PostKind kind) => _program.StoredAsync(kind);

    /// <summary>A page in a window of its own, without script: readers need none.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 390, ColorScheme scheme = ColorScheme.Light, bool script = false)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            BypassCSP = script,
            BaseURL = Address.AbsoluteUri,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _program.DisposeAsync();
    }

    [GeneratedRegex("<loc>(?<url>[^<]+)</loc>")]
    private static partial Regex Location();
}
