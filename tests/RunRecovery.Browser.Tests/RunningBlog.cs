using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunRecovery.Browser.Tests.RunningBlog))]

namespace RunRecovery.Browser.Tests;

/// <summary>The real program in a process of its own, with the content that ships, on a real socket; and a real browser.</summary>
public sealed partial class RunningBlog : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"runrecovery-{Guid.NewGuid():N}");
    private Process _program = null!;
    private IPlaywright _playwright = null!;

    public Uri Address { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Every page that the sitemap names, and one that is not there.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "RunRecovery.Web.dll");
        _program = Process.Start(new ProcessStartInfo("dotnet", [program, "--Data:Path", _data, "--Media:Warm", "false", "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        while (await _program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } said)
            {
                Address = new Uri(said.Groups["address"].Value);
                break;
            }
        }

        // Whoever does not read what a program says makes it wait.
        _ = _program.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = Address };
        var sitemap = await client.GetStringAsync("/sitemap.xml");
        Pages = [.. Location().Matches(sitemap).Select(m => new Uri(m.Groups["url"].Value).PathAndQuery), "/tips?phase=rest&grade=weak", "/archive/2026", "/archive/2026/11", "/categories", "/tags", "/series", "/nowhere"];

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

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
        _program.Kill();
        await _program.WaitForExitAsync();
        Directory.Delete(_data, recursive: true);
    }

    [GeneratedRegex("The blog is at (?<address>http://[^ ]+[0-9])")]
    private static partial Regex Listening();

    [GeneratedRegex("<loc>(?<url>[^<]+)</loc>")]
    private static partial Regex Location();
}
