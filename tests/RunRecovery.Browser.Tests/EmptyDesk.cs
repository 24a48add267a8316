using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

/// <summary>A blog without texts, and a browser in which its owner is signed in.</summary>
public sealed class EmptyDesk(RunningBlog blog) : IAsyncLifetime
{
    public const string Password = "calm lantern orbit quilt";

    private readonly string _content = Directory.CreateTempSubdirectory("runrecovery-content-").FullName;

    public BlogProgram Blog { get; private set; } = null!;

    /// <summary>The browser in which the owner, Ada, is signed in.</summary>
    public IBrowserContext Ada { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Blog = await BlogProgram.StartAsync(_content);
        Ada = await NewBrowserAsync();
        var page = await OpenAsync(Blog.SetUpLink!);
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this password" }).ClickAsync();
        // Not closed: a page that is closed while it still arrives somewhere may never answer.
        await page.WaitForURLAsync("**/admin");
    }

    public async Task<IPage> OpenAsync(string address)
    {
        var page = await Ada.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Another browser, that nobody has signed in with.</summary>
    public Task<IBrowserContext> NewBrowserAsync(bool script = true, int width = 1280) => blog.Browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = Blog.Address.AbsoluteUri,
        JavaScriptEnabled = script,
        ViewportSize = new ViewportSize { Width = width, Height = 844 },
    });

    public static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/admin/sign-in");
        await page.GetByLabel("Name").FillAsync("Ada");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/admin");
    }

    public async ValueTask DisposeAsync()
    {
        await Ada.CloseAsync();
        await Blog.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }
}
