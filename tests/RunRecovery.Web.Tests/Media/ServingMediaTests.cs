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
