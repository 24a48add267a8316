using System.Text;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Tests.Media;

public sealed class RefusedMediaTests : IDisposable
{
    private readonly MediaDesk _desk = new();

    [Theory]
    [InlineData("chart.png", "Just words", "no image")]
    [InlineData("chart.png", "<html><script>alert(1)</script>", "no image")]
    [InlineData("chart.gif", "GIF89a<script>alert(1)</script>", "no image")]
    [InlineData("chart.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "export the picture as PNG")]
    [InlineData("page.html", "<html>", "wanted png, jpg, gif")]
    [InlineData("run.exe", "MZ", "wanted png, jpg, gif")]
    [InlineData("no-ending", "words", "wanted png, jpg, gif")]
    [InlineData("film.mp4", "\0\0\0\u0018ftypheic\0\0\0\0", "not video/mp4")]
    [InlineData("film.webm", "words", "not video/webm")]
    [InlineData("song.mp3", "words", "not audio/mpeg")]
    [InlineData("song.m4a", "words", "not audio/mp4")]
    [InlineData("song.ogg", "words", "not audio/ogg")]
    [InlineData("film.vtt", "00:01 --> 00:02", "not text/vtt")]
    [InlineData("notes.txt", "nul \0 byte", "not text/plain in UTF-8")]
    [InlineData("paper.pdf", "words", "not application/pdf")]
    [InlineData("empty.txt", "", "empty")]
    public async Task What_is_not_what_its_name_says_is_refused(string name, string content, string reason) =>
        Assert.Contains(reason, await _desk.Refusal(name, Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("chart.jpg", "png")]
    [InlineData("chart.png", "jpg")]
    [InlineData("chart.webp", "gif")]
    [InlineData("chart.mp4", "avif")]
    public async Task A_picture_under_the_name_of_another_kind_is_refused(string name, string kind) =>
        Assert.Contains("which the name promises", await _desk.Refusal(name, Samples.Picture(kind)));

    [Fact]
    public async Task A_text_that_is_not_utf8_is_refused_even_far_from_its_beginning() =>
        Assert.Contains("UTF-8", await _desk.Refusal("notes.txt", [.. Enumerable.Repeat((byte)'a', 20_000), 0xE9, (byte)' ']));

    [Fact]
    public async Task A_picture_with_too_many_pixels_is_refused_by_its_header() =>
        Assert.Contains("50000 x 50000 pixels; at most 50 million", await _desk.Refusal("huge.png", Samples.PngThatClaims(50_000, 50_000)));

    [Fact]
    public async Task A_picture_that_takes_too_many_bytes_is_refused() =>
        Assert.Contains("at most 25 MB", await _desk.Refusal("huge.png", [.. Samples.Picture("png"), .. new byte[MediaInspection.MaxPictureBytes]]));

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("webp")]
    [InlineData("avif")]
    public async Task A_picture_that_is_cut_off_is_refused(string kind) =>
        Assert.Contains("broken", await _desk.Refusal($"half.{kind}", Samples.Picture(kind, 400, 300)[..^40]));

    [Fact]
    public async Task A_moving_webp_is_refused_because_its_variants_would_stand_still() =>
        Assert.Contains("moves", await _desk.Refusal("stride.webp", Samples.Film("webp")));

    [Theory]
    [InlineData("film.mp4", "\0\0\0\u0018ftypisom\0\0\0\0", "video/mp4")]
    [InlineData("song.m4a", "\0\0\0\u0018ftypM4A \0\0\0\0", "audio/mp4")]
    [InlineData("song.ogg", "OggS\0", "audio/ogg")]
    [InlineData("song.mp3", "ID3\u0003\0", "audio/mpeg")]
    [InlineData("film.vtt", "\uFEFFWEBVTT\n", "text/vtt")]
    [InlineData("notes.txt", "Zürich, 42 km", "text/plain")]
    [InlineData("paper.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("PAPER.PDF", "%PDF-1.7", "application/pdf")]
    public async Task What_is_what_its_name_says_is_taken(string name, string content, string type) =>
        Assert.Equal(type, (await _desk.Stored(name, Encoding.UTF8.GetBytes(content))).ContentType);

    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("jpeg", "image/jpeg")]
    [InlineData("gif", "image/gif")]
    [InlineData("webp", "image/webp")]
    [InlineData("avif", "image/avif")]
    public async Task Every_kind_of_picture_is_taken_with_its_size(string ending, string type)
    {
        var item = await _desk.Stored($"chart.{ending}", Samples.Picture(ending));

        Assert.Equal((type, 60, 40), (item.ContentType, item.Width, item.Height));
    }

    public void Dispose() => _desk.Dispose();
}
