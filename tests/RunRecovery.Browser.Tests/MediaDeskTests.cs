using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using NetVips;

namespace RunRecovery.Browser.Tests;

/// <summary>The media pages of the desk in a real browser, with their script and under their own policy.</summary>
public sealed class MediaDeskTests(RunningBlog blog, EmptyDesk desk) : IClassFixture<EmptyDesk>
{
    private const string Violations = "async () => (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.html}`))";
    private const string Script = "<script>document.title = 'run'</script><svg onload=\"document.title = 'run'\"/>";

    [Fact]
    public async Task Files_are_uploaded_with_a_bar_each_and_a_refused_one_is_said()
    {
        var page = await desk.OpenAsync("/admin/media");

        await page.GetByLabel("Add files").SetInputFilesAsync([File("Lake.png", Picture(100)), File("drawing.svg", "<svg/>"u8.ToArray())]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        await Assertions.Expect(page.Locator(".upload-list .problem")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".upload-list .problem")).ToContainTextAsync("drawing.svg: SVG may carry scripts");
        await Assertions.Expect(page.Locator(".upload-list progress")).ToHaveJSPropertyAsync("value", 1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lake.png" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Alternative text")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_the_last_upload_the_grid_shows_what_came()
    {
        var page = await desk.OpenAsync("/admin/media");

        await UploadAsync(page, File("Hill.png", Picture(120)));

        await Assertions.Expect(page.Locator(".media-grid")).ToContainTextAsync("hill-");
        await Assertions.Expect(page.Locator(".media-grid img").First).ToHaveJSPropertyAsync("complete", true);
    }

    /// <summary>Whoever opens an upload by its address sees a file, never a page of ours that runs what somebody wrote.</summary>
    [Theory]
    [InlineData("page.txt", "")]
    [InlineData("page.vtt", "WEBVTT\n")]
    [InlineData("page.mp3", "ID3")]
    [InlineData("page.ogg", "OggS")]
    [InlineData("page.mp4", "\0\0\0\u0018ftypisom")]
    [InlineData("page.webm", "\u001aE\u00df\u00a3webm")]
    public async Task Nothing_in_a_file_runs_when_it_is_opened(string name, string beginning)
    {
        var page = await desk.OpenAsync("/admin/media");
        await UploadAsync(page, File(name, System.Text.Encoding.Latin1.GetBytes(beginning + Script)));
        await page.Locator(".media-tile a", new() { HasText = $"{Path.GetExtension(name)}" }).Last.ClickAsync();
        var address = await page.Locator(".media-facts a").GetAttributeAsync("href");

        await page.GotoAsync(address!);

        Assert.NotEqual("run", await page.TitleAsync());
    }

    /// <summary>Feeds lead there.</summary>
    [Fact]
    public async Task A_film_plays_at_its_own_address()
    {
        var page = await blog.Browser.NewPageAsync();

        await page.GotoAsync(new Uri(blog.Address, "/media/video/after-a-marathon.webm").AbsoluteUri);

        await Assertions.Expect(page.Locator("video")).ToHaveJSPropertyAsync("videoWidth", 1280);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_media_pages_keep_nobody_out_and_nothing_sticks_out(int width, ColorScheme scheme)
    {
        var page = await desk.OpenAsync("/admin/media");
        await page.SetViewportSizeAsync(width, 844);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await UploadAsync(page, File($"{new string('a', 90)}.png", Picture(140)), File("plan.pdf", "%PDF-1.7"u8.ToArray()));
        await Assertions.Expect(page.Locator(".media-grid")).ToContainTextAsync("plan-");

        var problems = await ProblemsAsync(page);
        await page.Locator(".media-tile a", new() { HasText = "aaa" }).First.ClickAsync();
        await page.WaitForURLAsync("**/admin/media/*");

        Assert.Empty(problems);
        Assert.Empty(await ProblemsAsync(page));
    }

    /// <summary>Until the page comes again, with what was uploaded.</summary>
    private static async Task UploadAsync(IPage page, params FilePayload[] files)
    {
        var isBack = new TaskCompletionSource();
        page.Load += (_, _) => isBack.TrySetResult();
        await page.GetByLabel("Add files").SetInputFilesAsync(files);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await isBack.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task<string[]> ProblemsAsync(IPage page)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        return await page.EvaluateAsync<string[]>(Violations);
    }

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "", Buffer = content };

    private static byte[] Picture(int grey)
    {
        using var image = Image.Black(900, 600) + grey;
        return image.Cast(Enums.BandFormat.Uchar).PngsaveBuffer();
    }
}
