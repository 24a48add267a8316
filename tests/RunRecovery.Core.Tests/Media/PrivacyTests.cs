using System.Text;

namespace RunRecovery.Core.Tests.Media;

/// <summary>A runner's home is in the metadata of a photo.</summary>
public sealed class PrivacyTests : IDisposable
{
    private readonly MediaDesk _desk = new();

    [Theory]
    [InlineData("jpg")]
    [InlineData("webp")]
    [InlineData("png")]
    [InlineData("avif")]
    public async Task The_place_where_a_photo_was_taken_is_not_stored(string kind)
    {
        var photo = Samples.Photo(kind);
        Assert.True(Has(photo, Samples.Secret));

        await _desk.Stored($"photo.{kind}", photo);

        using var stored = _desk.PictureOf($"photo.{kind}");
        Assert.False(Has(_desk.BytesOf($"photo.{kind}"), Samples.Secret));
        Assert.DoesNotContain(stored.GetFields(), field => field.Contains("exif") || field.Contains("xmp") || field.Contains("iptc"));
    }

    [Theory]
    [MemberData(nameof(HidingPlaces))]
    public async Task Words_hidden_in_a_picture_are_not_stored(string name, byte[] picture)
    {
        Assert.True(Has(picture, Samples.Secret));

        await _desk.Stored(name, picture);

        Assert.False(Has(_desk.BytesOf(name), Samples.Secret));
    }

    public static TheoryData<string, byte[]> HidingPlaces()
    {
        var secret = Encoding.ASCII.GetBytes(Samples.Secret);
        return new()
        {
            { "text.png", Samples.WithChunk(Samples.Picture("png"), "tEXt", [.. "Comment\0"u8, .. secret]) },
            { "unknown-chunk.png", Samples.WithChunk(Samples.Picture("png"), "prVt", secret) },
            { "appended.png", [.. Samples.Picture("png"), .. secret] },
            { "comment.jpg", Samples.WithSegment(Samples.Picture("jpg"), 0xFE, secret) },
            { "maker.jpg", Samples.WithSegment(Samples.Picture("jpg"), 0xE5, secret) },
            { "appended.jpg", [.. Samples.Picture("jpg"), .. secret] },
            { "appended.webp", [.. Samples.Picture("webp"), .. secret] },
            { "comment.gif", Samples.WithComment(Samples.Picture("gif"), Samples.Secret) },
            { "appended.gif", [.. Samples.Picture("gif"), .. secret] },
            { "appended.avif", [.. Samples.Picture("avif"), 0, 0, 0, (byte)(8 + secret.Length), .. "free"u8, .. secret] },
        };
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("avif")]
    public async Task A_picture_without_metadata_is_stored_byte_for_byte(string kind)
    {
        var picture = Samples.Picture(kind, 400, 300);

        await _desk.Stored($"chart.{kind}", picture);

        Assert.Equal(picture, _desk.BytesOf($"chart.{kind}"));
    }

    [Fact]
    public async Task A_moving_gif_is_stored_byte_for_byte_and_still_moves_without_its_comment()
    {
        var film = Samples.Film("gif");

        await _desk.Stored("stride.gif", film);
        await _desk.Stored("noted.gif", Samples.WithComment(film, Samples.Secret));

        using var noted = _desk.PictureOf("noted.gif");
        Assert.Equal(film, _desk.BytesOf("stride.gif"));
        Assert.Equal(2, noted.Get("n-pages"));
    }

    [Theory]
    [InlineData("udta")]
    [InlineData("meta")]
    [InlineData("uuid")]
    [InlineData("free")]
    public async Task The_place_where_a_film_was_made_is_not_stored(string box)
    {
        byte[] picture = [.. Enumerable.Range(1, 200).Select(i => (byte)i)];
        var film = Mp4(box, picture);
        Assert.True(Has(film, Samples.Secret));

        await _desk.Stored("run.mp4", film);

        var stored = _desk.BytesOf("run.mp4");
        Assert.False(Has(stored, Samples.Secret));
        Assert.Equal(film.Length, stored.Length);
        Assert.True(stored.AsSpan().IndexOf(picture) == film.AsSpan().IndexOf(picture));
    }

    [Fact]
    public async Task A_part_with_a_long_length_keeps_it()
    {
        byte[] length = [0, 0, 0, 0, 0, 0, 0, (byte)(16 + Samples.Secret.Length)];
        await _desk.Stored("run.mp4", [.. Box("ftyp", "isom\0\0\0\0isom"u8), 0, 0, 0, 1, .. "uuid"u8, .. length, .. Encoding.ASCII.GetBytes(Samples.Secret), .. Box("mdat", "film"u8)]);

        var stored = _desk.BytesOf("run.mp4");
        Assert.False(Has(stored, Samples.Secret));
        Assert.Equal([0, 0, 0, 1, .. "free"u8, .. length], stored[20..36]);
        Assert.True(Has(stored, "film"));
    }

    [Fact]
    public async Task What_follows_a_broken_part_of_a_film_is_not_stored()
    {
        await _desk.Stored("run.mp4", [.. Box("ftyp", "isom\0\0\0\0isom"u8), 0, 0, 0, 4, .. "mdat"u8, .. Encoding.ASCII.GetBytes(Samples.Secret)]);

        Assert.False(Has(_desk.BytesOf("run.mp4"), Samples.Secret));
    }

    /// <summary>As phones make it: the place is beside the film, and once more in its track.</summary>
    private static byte[] Mp4(string box, byte[] picture)
    {
        var secret = Box(box, Encoding.ASCII.GetBytes(Samples.Secret));
        return [.. Box("ftyp", "isom\0\0\0\0isom"u8), .. Box("moov", [.. Box("mvhd", new byte[100]), .. Box("trak", secret), .. secret]), .. Box("mdat", picture), .. secret];
    }

    private static byte[] Box(string name, ReadOnlySpan<byte> content) => [0, 0, (byte)((content.Length + 8) >> 8), (byte)(content.Length + 8), .. Encoding.ASCII.GetBytes(name), .. content];

    [Fact]
    public async Task A_photo_taken_sideways_is_stored_upright()
    {
        // 6: the camera's right side is up, so what was left comes to the top.
        var item = await _desk.Stored("photo.jpg", Samples.Photo("jpg", orientation: 6));

        using var stored = _desk.PictureOf("photo.jpg");
        Assert.Equal((40, 60), (item.Width, item.Height));
        Assert.Equal((40, 60), (stored.Width, stored.Height));
        Assert.True(stored.Getpoint(20, 5) is [> 180, < 90, < 90]);
        Assert.True(stored.Getpoint(20, 55) is [< 90, < 90, > 180]);
    }

    [Fact]
    public async Task A_photo_keeps_its_colour_profile()
    {
        await _desk.Stored("photo.jpg", Samples.Photo("jpg"));

        using var stored = _desk.PictureOf("photo.jpg");
        Assert.Contains("icc-profile-data", stored.GetFields());
    }

    public void Dispose() => _desk.Dispose();

    private static bool Has(byte[] bytes, string words) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(words)) >= 0;
}
