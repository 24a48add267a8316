using System.Net;
using System.Text;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Media;

namespace RunRecovery.Web.Tests.Media;

public sealed class UploadEndpointTests : IAsyncLifetime
{
    private readonly BlogApplication _blog = new();
    private HttpClient _ada = null!;

    public async ValueTask InitializeAsync() => _ada = await _blog.SignedInAsync(Role.Author);

    public async ValueTask DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_picture_is_stored_and_the_script_is_told_what_to_write()
    {
        var answer = await _ada.UploadAsync("Long Run.png", Uploading.Picture(), alt: "Two [runners]");

        var told = await answer.JsonAsync();
        var address = told.GetProperty("address").GetString()!;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Matches("^/media/2026/11/long-run-[0-9a-f]{8}\\.png$", address);
        Assert.Equal(
            ("Long Run.png", "picture", 60, 40, "Two [runners]", $"![Two \\[runners\\]]({address})", address["/media/".Length..]),
            (told.GetProperty("name").GetString(), told.GetProperty("kind").GetString(), told.GetProperty("width").GetInt32(), told.GetProperty("height").GetInt32(),
                told.GetProperty("alt").GetString(), told.GetProperty("markdown").GetString(), told.GetProperty("path").GetString()));
        Assert.Equal("image/png", $"{(await _ada.GetAsync(address)).Content.Headers.ContentType}");
        Assert.Empty(Waiting());
    }

    [Theory]
    [InlineData("Easy run.mp4", "\0\0\0\u0018ftypisom\0\0\0\0", "film", "[Easy run]")]
    [InlineData("Breathing.mp3", "ID3\u0003\0", "sound", "[Breathing]")]
    [InlineData("Plan.pdf", "%PDF-1.7", "file", "[Plan]")]
    [InlineData("photo.gif", "GIF", "picture", "![]")]
    public async Task Each_kind_is_written_as_the_blog_shows_it(string name, string content, string kind, string markdown)
    {
        var told = await (await _ada.UploadAsync(name, content == "GIF" ? Uploading.Picture("gif") : Encoding.Latin1.GetBytes(content))).JsonAsync();

        Assert.Equal((kind, $"{markdown}({told.GetProperty("address").GetString()})"), (told.GetProperty("kind").GetString(), told.GetProperty("markdown").GetString()));
    }

    [Fact]
    public async Task The_same_file_twice_is_one_address()
    {
        var first = await _ada.UploadAsync("a.png", Uploading.Picture());
        var second = await _ada.UploadAsync("b.png", Uploading.Picture());

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal((await first.JsonAsync()).GetProperty("address").GetString(), (await second.JsonAsync()).GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("photo.svg", "<svg onload=alert(1) xmlns='http://www.w3.org/2000/svg'/>", 415, "export the picture as PNG")]
    [InlineData("page.html", "<script>alert(1)</script>", 415, "wanted png")]
    [InlineData("noending", "words", 415, "wanted png")]
    [InlineData("", "words", 400, "holds no file")]
    [InlineData("photo.png", "<script>alert(1)</script>", 422, "which the name promises")]
    [InlineData("photo.png", "", 422, "empty")]
    public async Task What_is_no_media_file_is_refused_in_plain_words_and_not_stored(string name, string content, int status, string problem)
    {
        var answer = await _ada.UploadAsync(name, Encoding.UTF8.GetBytes(content), type: "image/png");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(problem, await answer.ProblemAsync());
        Assert.Empty(Waiting());
        Assert.Empty(Stored());
    }

    /// <summary>What browsers and attackers put between the quotes.</summary>
    [Theory]
    [InlineData("../../../etc/cron.d/evil.txt")]
    [InlineData("..%2f..%2fevil.txt")]
    [InlineData("C:\\\\Windows\\\\evil.txt")]
    [InlineData("evil.php\0.txt")]
    [InlineData("a%22%0D%0ASet-Cookie: x=y.txt")]
    [InlineData("\u202Etxt.evil.txt")]
    [InlineData("пробежка 🏃.txt")]
    [InlineData("....//....//evil.txt")]
    public async Task A_hostile_name_never_chooses_the_place(string name)
    {
        var answer = await _ada.UploadAsync(name, "words"u8.ToArray());

        var address = (await answer.JsonAsync()).GetProperty("address").GetString()!;
        Assert.StartsWith("/media/2026/11/", address, StringComparison.Ordinal);
        Assert.Equal(["2026"], Directory.GetFileSystemEntries(Path.Combine(_blog.Data, "media")).Select(Path.GetFileName));
        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_name_of_three_hundred_characters_is_shortened() =>
        Assert.Equal(HttpStatusCode.Created, (await _ada.UploadAsync($"{new string('a', 300)}.txt", "words"u8.ToArray())).StatusCode);

    [Fact]
    public async Task An_upload_that_is_cut_off_leaves_nothing_behind()
    {
        var half = Uploading.Form(Uploading.FileField("file", "photo.png", Uploading.Picture()[..^20], "image/png")[..^2], isWhole: false);

        var answer = await _ada.SendAsync(Links.DeskMedia, new HttpRequestMessage(HttpMethod.Post, Links.DeskUpload) { Content = half });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("cut off", await answer.ProblemAsync());
        Assert.Empty(Waiting());
        Assert.Empty(Stored());
    }

    [Fact]
    public async Task A_picture_that_takes_too_many_bytes_is_refused_and_gone()
    {
        var answer = await _ada.UploadAsync("huge.png", new byte[MediaInspection.MaxPictureBytes + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("at most 25 MB", await answer.ProblemAsync());
        Assert.Empty(Waiting());
    }

    [Fact]
    public async Task One_file_a_request()
    {
        var form = Uploading.Form([.. Uploading.FileField("file", "a.txt", "a"u8.ToArray(), "text/plain"), .. Uploading.FileField("file", "b.txt", "b"u8.ToArray(), "text/plain")]);

        var answer = await _ada.SendAsync(Links.DeskMedia, new HttpRequestMessage(HttpMethod.Post, Links.DeskUpload) { Content = form });

        Assert.Contains("one file a request", await answer.ProblemAsync());
        Assert.Empty(Waiting());
        Assert.Empty(Stored());
    }

    [Fact]
    public async Task What_is_no_form_is_refused() =>
        Assert.Contains("multipart/form-data", await (await _ada.PostJsonAsync(Links.DeskMedia, Links.DeskUpload, new { file = "x" })).ProblemAsync());

    [Fact]
    public async Task Where_the_disk_takes_nothing_the_script_is_told_so()
    {
        Directory.CreateDirectory(_blog.Data);
        await File.WriteAllTextAsync(Path.Combine(_blog.Data, "uploads"), "a file where the folder should be");

        var answer = await _ada.UploadAsync("photo.png", Uploading.Picture());

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.StartsWith("could not be stored: ", await answer.ProblemAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_blog.Data, await answer.ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_of_a_page_nothing_is_taken()
    {
        var answer = await _ada.PostAsync(Links.DeskUpload, Uploading.Form(Uploading.FileField("file", "a.txt", "a"u8.ToArray(), "text/plain")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Stored());
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_uploads_nothing()
    {
        using var visitor = _blog.Visitor();

        var answer = await visitor.PostAsync(Links.DeskUpload, Uploading.Form(Uploading.FileField("file", "a.txt", "a"u8.ToArray(), "text/plain")));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(Stored());
    }

    [Fact]
    public async Task The_script_knows_the_limits_of_the_server()
    {
        var script = await _ada.GetStringAsync("/js/uploads.js");

        Assert.Contains($"MAX_PICTURE_BYTES = {MediaInspection.MaxPictureBytes};", script);
        Assert.Contains($"MAX_BYTES = {MediaInspection.MaxBytes};", script);
        Assert.Contains($"\"{Links.DeskUpload}\"", script);
    }

    [Fact]
    public async Task What_an_earlier_process_had_not_finished_is_removed_at_the_start()
    {
        var data = Path.Combine(Path.GetTempPath(), $"runrecovery-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(data, "uploads"));
        await File.WriteAllTextAsync(Path.Combine(data, "uploads", "half"), "half of a photo");

        await using var blog = new BlogApplication { Data = data };
        await blog.Browser().GetAsync("/");

        Assert.Empty(Directory.GetFiles(Path.Combine(data, "uploads")));
    }

    private IEnumerable<string> Waiting() => FilesIn("uploads");

    private IEnumerable<string> Stored() => FilesIn("media");

    private IEnumerable<string> FilesIn(string folder) =>
        Path.Combine(_blog.Data, folder) is var path && Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [];
}
