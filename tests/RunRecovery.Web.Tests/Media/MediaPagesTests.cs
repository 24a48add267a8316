using System.Net;
using System.Text.RegularExpressions;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Media;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Media;

public sealed class MediaPagesTests : IAsyncLifetime
{
    private readonly BlogApplication _blog = new();
    private HttpClient _ada = null!;

    public async ValueTask InitializeAsync() => _ada = await _blog.SignedInAsync(Role.Author);

    public async ValueTask DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task Without_script_several_files_are_uploaded_and_what_became_of_each_is_said()
    {
        var answer = await _ada.PostFilesAsync(Links.DeskMedia, Links.DeskMedia, ("files", "a.png", Uploading.Picture()), ("files", "b.svg", "<svg/>"u8.ToArray()), ("files", "c.txt", "words"u8.ToArray()));

        var page = await Read(answer.Headers.Location!.OriginalString);
        Assert.Equal((HttpStatusCode.Redirect, Links.DeskMedia), (answer.StatusCode, answer.Headers.Location.OriginalString));
        Assert.Contains("2 files are stored. b.svg: SVG may carry scripts", page);
        Assert.Matches("a-[0-9a-f]{8}\\.png", page);
        Assert.Matches("c-[0-9a-f]{8}\\.txt", page);
        Assert.Empty(Directory.GetFiles(Path.Combine(_blog.Data, "uploads")));
    }

    [Fact]
    public async Task No_file_at_all_is_said()
    {
        await _ada.PostFilesAsync(Links.DeskMedia, Links.DeskMedia);

        Assert.Contains("Choose at least one file first.", await Read(Links.DeskMedia));
    }

    [Fact]
    public async Task The_grid_is_searched_filtered_and_turned()
    {
        await _blog.Ask<MediaUploads, bool>(async uploads =>
        {
            for (var i = 0; i < MediaShelf.PageSize + 1; i++)
            {
                await Store(uploads, $"note-{i}.txt", System.Text.Encoding.UTF8.GetBytes($"note {i}"));
            }

            return true;
        });
        await _ada.UploadAsync("Lake.png", Uploading.Picture(), alt: "Zürichsee");
        await _ada.UploadAsync("Hill.png", Uploading.Picture(width: 70));

        Assert.Equal(["hill", "lake"], await Names("?kind=Picture"));
        Assert.Equal(["lake"], await Names("?q=zurichsee"));
        Assert.Equal(["hill"], await Names("?withoutAlt=true"));
        Assert.Equal(["note-7"], await Names("?q=note-7&kind=File"));
        Assert.Equal(MediaShelf.PageSize, (await Names("")).Count);
        Assert.Equal(3, (await Names("?page-number=2")).Count);
        Assert.Contains("href=\"/admin/media?page-number=2\"", await Read("/admin/media"));
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync("/admin/media?page-number=3")).StatusCode);
        Assert.Contains("0 files found.", await Read("/admin/media?q=%3Cscript%3E"));
    }

    [Fact]
    public async Task Alternative_text_is_saved_and_shown_to_readers()
    {
        var item = await Uploaded("lake.png");
        await _blog.Save(APost("easy") with { Markdown = $"![]({item.Address})" });

        var answer = await _ada.PostFormAsync(item.Page, $"{item.Page}?handler=Describe", ("alt", "The lake \"at\" dawn"));

        Assert.Equal(item.Page, answer.Headers.Location!.OriginalString);
        Assert.Contains("The alternative text is saved.", await Read(item.Page));
        Assert.Contains("alt=\"The lake &quot;at&quot; dawn\"", await _blog.Browser().GetStringAsync("/posts/easy"));
    }

    [Fact]
    public async Task A_replaced_picture_is_new_to_every_reader_at_the_same_address()
    {
        var item = await Uploaded("lake.png");
        await _blog.Save(APost("easy") with { Markdown = $"![Lake]({item.Address})" });
        var (before, tag) = (await Shown("/posts/easy"), (await _ada.GetAsync(item.Address)).Headers.ETag);

        var answer = await _ada.PostFilesAsync(item.Page, $"{item.Page}?handler=Replace", ("file", "better.jpg", Uploading.Picture("jpg", 90, 30)));

        var now = await _ada.GetAsync(item.Address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual(before, await Shown("/posts/easy"));
        Assert.NotEqual(tag, now.Headers.ETag);
        Assert.Equal("image/png", $"{now.Content.Headers.ContentType}");
    }

    [Fact]
    public async Task A_file_that_does_not_fit_replaces_nothing_and_the_page_says_why()
    {
        var item = await Uploaded("lake.png");

        var answer = await _ada.PostFilesAsync(item.Page, $"{item.Page}?handler=Replace", ("file", "plan.pdf", "%PDF-1.7"u8.ToArray()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("its address ends in .png", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_nothing_uses_is_deleted_and_its_address_is_gone_for_ever()
    {
        var item = await Uploaded("lake.png");
        var variant = $"{item.Address}/60w.webp";
        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync(variant)).StatusCode);

        var answer = await _ada.PostFormAsync(item.Page, $"{item.Page}?handler=Delete");

        Assert.Equal(Links.DeskMedia, answer.Headers.Location!.OriginalString);
        Assert.Contains("is deleted", await Read(Links.DeskMedia));
        Assert.Equal(HttpStatusCode.Gone, (await _ada.GetAsync(item.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await _ada.GetAsync(variant)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync(item.Page)).StatusCode);
        Assert.NotEqual(item.Address, (await Uploaded("lake.png")).Address);
    }

    [Fact]
    public async Task What_is_used_is_deleted_only_after_seeing_what_breaks()
    {
        var item = await Uploaded("lake.png");
        var saved = await _blog.Save(APost("easy", "Easy <days>") with { Markdown = $"![Lake]({item.Address})" });

        var refused = await _ada.PostFormAsync(item.Page, $"{item.Page}?handler=Delete");

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("Say that you have seen where before it is deleted.", page);
        Assert.Contains($"href=\"/admin/posts/{saved.PostId}\">Easy &lt;days&gt;</a>", page);
        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync(item.Address)).StatusCode);

        await _ada.PostFormAsync(item.Page, $"{item.Page}?handler=Delete", ("evenIfUsed", "true"));

        Assert.Equal(HttpStatusCode.Gone, (await _ada.GetAsync(item.Address)).StatusCode);
        Assert.Contains("<em>Lake</em>", await _blog.Browser().GetStringAsync("/posts/easy"));
    }

    [Theory]
    [InlineData("Describe")]
    [InlineData("Replace")]
    [InlineData("Delete")]
    public async Task An_author_changes_only_what_they_brought(string handler)
    {
        var item = await Uploaded("lake.png");
        using var bob = await _blog.SignedInAsync(Role.Author, "Bob");
        using var eve = await _blog.SignedInAsync(Role.Editor, "Eve");

        var refused = await bob.PostFormAsync(item.Page, $"{item.Page}?handler={handler}", ("alt", "Bob was here"));
        var page = await bob.GetStringAsync(item.Page);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("brought by somebody else", page);
        Assert.DoesNotContain("handler=Delete", page);
        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync(item.Address)).StatusCode);
        Assert.Contains("handler=Delete", await eve.GetStringAsync(item.Page));
        Assert.NotEqual(HttpStatusCode.Forbidden, (await eve.PostFormAsync(item.Page, $"{item.Page}?handler={handler}", ("alt", "Eve"))).StatusCode);
    }

    [Fact]
    public async Task A_get_deletes_nothing()
    {
        var item = await Uploaded("lake.png");

        await _ada.GetAsync($"{item.Page}?handler=Delete");

        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync(item.Address)).StatusCode);
    }

    [Theory]
    [InlineData("/admin/media")]
    [InlineData("/admin/media/1")]
    public async Task The_pages_are_for_those_who_are_signed_in(string address)
    {
        using var visitor = _blog.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(address)).StatusCode);
    }

    private async Task<(string Address, string Page)> Uploaded(string name)
    {
        var told = await (await _ada.UploadAsync(name, Uploading.Picture())).JsonAsync();
        return (told.GetProperty("address").GetString()!, $"/admin/media/{told.GetProperty("id").GetInt32()}");
    }

    private static async Task Store(MediaUploads uploads, string name, byte[] content)
    {
        var source = Path.GetTempFileName();
        await File.WriteAllBytesAsync(source, content);
        Assert.IsType<UploadResult.Stored>(await uploads.AddAsync(new Upload(source, new UploadName(name), OwnerId: null)));
        File.Delete(source);
    }

    private async Task<string> Shown(string address) => Regex.Match(await _blog.Browser().GetStringAsync(address), "src=\"(/media/[^\"]+)\"").Value;

    private async Task<List<string>> Names(string query) =>
        [.. Regex.Matches(await Read(Links.DeskMedia + query), "media-name\">(.+)-[0-9a-f]{8}\\.").Select(match => match.Groups[1].Value).Order()];

    private async Task<string> Read(string address) => await _ada.GetStringAsync(address);
}
