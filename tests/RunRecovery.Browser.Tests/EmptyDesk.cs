using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests;

/// <summary>A blog without texts, and a browser in which its owner is signed in.</summary>
public sealed class EmptyDesk(RunningBlog blog) : IAsyncLifetime
{
    private readonly string _content = Directory.CreateTempSubdirectory("runrecovery-content-").FullName;
    private BlogProgram _program = null!;
    private IBrowserContext _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _program = await BlogProgram.StartAsync(_content);
        _ada = await blog.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = _program.Address.AbsoluteUri });
        var page = await OpenAsync(_program.SetUpLink!);
        await page.GetByLabel("Name").FillAsync("Ada");
        await page.GetByLabel("Password").FillAsync("calm lantern orbit quilt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create my account" }).ClickAsync();
        await page.CloseAsync();
    }

    public async Task<IPage> OpenAsync(string address)
    {
        var page = await _ada.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _ada.CloseAsync();
        await _program.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }
}
