using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using RunRecovery.Core.Media;

namespace RunRecovery.Web.Tests.Media;

public sealed class ServingMediaTests : IAsyncLifetime
{
    private static readonly byte[] Notes = "Zürich, 42 km"u8.ToArray();

    private readonly BlogApplication _blog = new();
    private HttpClient _browser = null!;

    private MediaItem Chart => _blog.Services.GetRequiredService<MediaLibrary>().Find("charts/sleep.png")!;

    public async ValueTask InitializeAsync()
    {
        _browser = _blog.Browser();
        using var chart = Image.Black(600, 400);
        await Save("Race notes.txt", Notes);
        await Save("charts/sleep.png", chart.PngsaveBuffer(keep: Enums.ForeignKeep.None));
    }

    [Fact]
    public async Task A_file_is_served_with_its_type()
    {
        var answer = await Get("/media/Race%20notes.txt");

        Assert.Equal("text/plain; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal(Notes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    /// <summary>Looked at by itself, in a window of its own.</summary>
    [Theory]
    [InlineData("page.txt", "<script>alert(1)</script>", "text/plain; charset=utf-8", null)]
    [InlineData("page.vtt", "WEBVTT <script>alert(1)</script>", "text/vtt; charset=utf-8", null)]
    [InlineData("page.mp3", "ID3<script>alert(1)</script>", "audio/mpeg", null)]
    [InlineData("page.ogg", "OggS<script>alert(1)</script>", "audio/ogg", null)]
    [InlineData("page.mp4", "\0\0\0\u0018ftypisom<script>alert(1)</script>", "video/mp4", null)]
    [InlineData("page.webm", "\u001a\u0045\u00df\u00a3webm<script>alert(1)</script>", "video/webm", null)]
    [InlineData("page.pdf", "%PDF-1.7<script>alert(1)</script>", "application/pdf", "attachment")]
    public async Task Whatever_is_in_a_file_no_browser_takes_it_for_a_page(string name, string content, string type, string? disposition)
    {
        await Save(name, System.Text.Encoding.Latin1.GetBytes(content));

        var answer = await Get($"/media/{name}");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal(type, $"{answer.Content.Headers.ContentType}");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", policy);
        Assert.Equal(type.StartsWith("text", StringComparison.Ordinal) || type.StartsWith("application", StringComparison.Ordinal), policy.Contains("sandbox", StringComparison.Ordinal));
        Assert.DoesNotContain("script", policy);
        Assert.DoesNotContain("allow-", policy);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task Pictures_and_their_variants_are_in_the_sandbox_too()
    {
        Assert.Contains("sandbox", (await Get(MediaAddress.Of(Chart))).Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("sandbox", (await Get(MediaAddress.Variant(Chart, 480, "avif"))).Headers.GetValues("Content-Security-Policy").Single());
    }

    /// <summary>Names come with content folders too, where anything may stand.</summary>
    [Theory]
    [InlineData("a\"b.pdf")]
    [InlineData("a;filename=evil.html;.pdf")]
    [InlineData("plan\u202Efdp.html.pdf")]
    [InlineData("Läufe 走る.pdf")]
    [InlineData("a\r\nSet-Cookie: x=y.pdf")]
    public async Task A_download_says_its_name_so_that_nothing_else_can_be_read_from_it(string name)
    {
        await Save(name, "%PDF-1.7"u8.ToArray());

        var answer = await Get(MediaAddress.Plain(name));

        var written = answer.Content.Headers.NonValidated["Content-Disposition"].ToString();
        Assert.Equal(("attachment", name), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.All(written, letter => Assert.InRange(letter, ' ', '~'));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_address_with_the_version_of_the_content_lasts_for_ever_and_any_other_for_an_hour()
    {
        Assert.Equal("public, max-age=31536000, immutable", CacheControl(await Get(MediaAddress.Of(Chart))));
        Assert.Equal("public, max-age=31536000, immutable", CacheControl(await Get(MediaAddress.Variant(Chart, 480, "webp"))));
        Assert.Equal("public, max-age=3600", CacheControl(await Get("/media/charts/sleep.png")));
        Assert.Equal("public, max-age=3600", CacheControl(await Get("/media/charts/sleep.png?v=0123456789")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("W/")]
    public async Task A_file_that_the_browser_has_is_not_sent_again(string weakenedByAProxy)
    {
        var first = await Get("/media/charts/sleep.png");

        var second = await Get("/media/charts/sleep.png", request => request.Headers.TryAddWithoutValidation("If-None-Match", $"{weakenedByAProxy}{first.Headers.ETag}"));

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("public, max-age=3600", CacheControl(second));
    }

    [Fact]
    public async Task A_changed_file_has_another_tag()
    {
        var before = (await Get("/media/Race%20notes.txt")).Headers.ETag;
        await Save("Race notes.txt", "Zürich, 43 km"u8.ToArray());

        Assert.NotEqual(before, (await Get("/media/Race%20notes.txt")).Headers.ETag);
    }

    [Fact]
    public async Task A_player_can_ask_for_a_part()
    {
        var answer = await Get("/media/Race%20notes.txt", request => request.Headers.Range = new RangeHeaderValue(0, 4));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(Notes[..5], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Only_the_head_of_a_file_can_be_asked_for()
    {
        using var answer = await _browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/media/Race%20notes.txt"));

        Assert.Equal((HttpStatusCode.OK, Notes.Length), (answer.StatusCode, answer.Content.Headers.ContentLength));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("avif")]
    [InlineData("webp")]
    [InlineData("png")]
    public async Task A_variant_is_served_with_its_type(string format)
    {
        var answer = await Get(MediaAddress.Variant(Chart, 480, format));

        using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal($"image/{format}", $"{answer.Content.Headers.ContentType}");
        Assert.Equal(480, picture.Width);
    }

    [Theory]
    [InlineData("/media/")]
    [InlineData("/media/charts")]
    [InlineData("/media/nothing.png")]
    [InlineData("/media/charts/SLEEP.png")]
    [InlineData("/media/charts/sleep.png/481w.avif")]
    [InlineData("/media/charts/sleep.png/0480w.avif")]
    [InlineData("/media/charts/sleep.png/99999w.avif")]
    [InlineData("/media/charts/sleep.png/480w.jpg")]
    [InlineData("/media/charts/sleep.png/480w.exe")]
    [InlineData("/media/nothing.png/480w.avif")]
    [InlineData("/media/Race%20notes.txt/480w.avif")]
    [InlineData("/media/not-in-the-library.txt")]
    [InlineData("/media/..%2Frunrecovery.db")]
    [InlineData("/media/%2e%2e%2frunrecovery.db")]
    [InlineData("/media/..%5Crunrecovery.db")]
    [InlineData("/media/charts/..%2F..%2Frunrecovery.db")]
    public async Task What_the_library_does_not_know_is_not_found(string address)
    {
        await File.WriteAllTextAsync(Path.Combine(_blog.Data, "media", "not-in-the-library.txt"), "secret");

        Assert.Equal(HttpStatusCode.NotFound, (await Get(address)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_was_deleted_by_hand_is_not_found()
    {
        File.Delete(Path.Combine(_blog.Data, "media", "Race notes.txt"));

        Assert.Equal(HttpStatusCode.NotFound, (await Get("/media/Race%20notes.txt")).StatusCode);
    }

    [Fact]
    public async Task A_variant_of_a_picture_that_broke_on_the_disk_is_not_found()
    {
        await File.WriteAllBytesAsync(Path.Combine(_blog.Data, "media", "charts", "sleep.png"), Notes);

        Assert.Equal(HttpStatusCode.NotFound, (await Get(MediaAddress.Variant(Chart, 480, "avif"))).StatusCode);
    }

    public async ValueTask DisposeAsync() => await _blog.DisposeAsync();

    private async Task Save(string path, byte[] content)
    {
        var source = Path.GetTempFileName();
        await File.WriteAllBytesAsync(source, content);
        var file = new MediaFile(path, source, Convert.ToHexStringLower(SHA256.HashData(content)));
        var results = await _blog.Ask<MediaStore, IReadOnlyList<MediaSaveResult>>(store => store.SaveAsync([file]));
        File.Delete(source);
        Assert.True(results[0] is MediaSaveResult.Added or MediaSaveResult.Changed, $"{results[0]}");
    }

    private async Task<HttpResponseMessage> Get(string address, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        with?.Invoke(request);
        return await _browser.SendAsync(request);
    }

    /// <summary>As sent: parsed, .NET forgets the order and what it does not know.</summary>
    private static string CacheControl(HttpResponseMessage answer) => answer.Headers.NonValidated["Cache-Control"].ToString();
}
