using NetVips;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Tests.Media;

public sealed class ImageVariantsTests : IDisposable
{
    private readonly MediaDesk _desk = new();

    [Theory]
    [InlineData("png", 480, "avif", "heifload")]
    [InlineData("png", 480, "webp", "webpload")]
    [InlineData("png", 480, "png", "pngload")]
    [InlineData("png", 600, "avif", "heifload")]
    [InlineData("jpg", 480, "jpg", "jpegload")]
    [InlineData("jpeg", 480, "jpg", "jpegload")]
    [InlineData("webp", 480, "webp", "webpload")]
    public async Task A_variant_has_the_width_the_shape_and_the_type_asked_for(string kind, int width, string format, string loader)
    {
        var item = await _desk.Stored($"chart.{kind}", Samples.Picture(kind, 600, 1800));

        using var variant = Image.NewFromFile((await Get(item, width, format))!);

        Assert.Equal((width, width * 3), (variant.Width, variant.Height));
        Assert.StartsWith(loader, (string)variant.Get("vips-loader"));
    }

    [Theory]
    [InlineData("png", 481, "avif")]
    [InlineData("png", 800, "avif")]
    [InlineData("png", 0, "avif")]
    [InlineData("png", -480, "avif")]
    [InlineData("png", 480, "jpg")]
    [InlineData("png", 480, "gif")]
    [InlineData("png", 480, "../../../etc/passwd")]
    [InlineData("gif", 480, "webp")]
    public async Task What_is_not_offered_is_not_made(string kind, int width, string format)
    {
        var item = await _desk.Stored($"chart.{kind}", Samples.Picture(kind, 600, 400));

        Assert.Null(await Get(item, width, format));
        Assert.False(Directory.Exists(_desk.Folder.Variants));
    }

    [Fact]
    public async Task What_is_no_picture_has_no_variant() =>
        Assert.Null(await Get(await _desk.Stored("notes.txt", Samples.Text), 480, "avif"));

    [Fact]
    public async Task In_its_own_width_and_type_a_picture_is_served_as_it_is() =>
        Assert.Equal(_desk.Folder.FileOf("chart.png"), await Get(await _desk.Stored("chart.png", Samples.Picture("png", 600, 400)), 600, "png"));

    [Fact]
    public async Task Many_who_ask_at_once_get_the_one_file_made_once()
    {
        var item = await _desk.Stored("chart.png", Samples.Picture("png", 600, 400));

        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Get(item, 480, "webp")));
        var made = File.GetLastWriteTimeUtc(files[0]!);
        await Get(item, 480, "webp");

        Assert.Single(files.Distinct());
        Assert.Equal(files[0], Assert.Single(Directory.GetFiles(_desk.Folder.Variants)));
        Assert.Equal(made, File.GetLastWriteTimeUtc(files[0]!));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    public async Task A_picture_that_broke_on_the_disk_yields_no_variant(string kind)
    {
        var item = await _desk.Stored($"chart.{kind}", Samples.Picture(kind, 600, 400));
        File.WriteAllBytes(_desk.Folder.FileOf(item.Path), Samples.Picture(kind, 600, 400)[..^300]);

        Assert.Null(await Get(item, 480, "avif"));
        Assert.Null(await Get(item, 480, "webp"));
        Assert.Empty(MediaDesk.FilesIn(_desk.Folder.Variants));
    }

    [Fact]
    public async Task A_changed_picture_has_new_variants()
    {
        var before = await Get(await _desk.Stored("chart.png", Samples.Picture("png", 600, 400)), 480, "webp");
        await _desk.Save("chart.png", Samples.Picture("png", 600, 600));

        var after = await Get((await _desk.Find("chart.png"))!, 480, "webp");

        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task A_chart_of_few_colours_stays_small_as_png()
    {
        using var colours = Image.NewFromBuffer(Samples.Picture("png", 1000, 1000));
        var chart = colours.PngsaveBuffer(palette: true, keep: Enums.ForeignKeep.None);

        using var variant = Image.NewFromFile((await Get(await _desk.Stored("chart.png", chart), 480, "png"))!);

        Assert.Contains("palette", variant.GetFields());
    }

    public void Dispose() => _desk.Dispose();

    private Task<string?> Get(MediaItem item, int width, string format) => _desk.Variants.GetAsync(item, width, format, TestContext.Current.CancellationToken);
}
