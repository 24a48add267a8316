using System.Text;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Tests.Media;

public sealed class ReplacingAndDeletingTests : IDisposable
{
    private readonly MediaDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_replaced_picture_keeps_its_address_and_words_and_has_another_version()
    {
        var before = await _desk.Uploaded("photo.png", Samples.Picture("png"), alt: "Two runners");

        var after = Assert.IsType<UploadResult.Stored>(await _desk.Replace(before, "better.png", Samples.Picture("png", 80, 20))).Item;

        Assert.Equal((before.Id, before.Path, "Two runners", 7), (after.Id, after.Path, after.Alt, after.OwnerId));
        Assert.Equal((80, 20), (after.Width, after.Height));
        Assert.NotEqual(MediaAddress.Of(before), MediaAddress.Of(after));
        using var stored = _desk.PictureOf(after.Path);
        Assert.Equal(80, stored.Width);
        Assert.Equal([after.Path], MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Theory]
    [InlineData("png", "jpg", "pngload_buffer")]
    [InlineData("jpg", "png", "jpegload_buffer")]
    [InlineData("webp", "gif", "webpload_buffer")]
    [InlineData("gif", "png", "gifload_buffer")]
    [InlineData("avif", "jpg", "heifload_buffer")]
    public async Task A_picture_of_another_kind_becomes_one_of_the_kind_of_the_address(string kind, string other, string loader)
    {
        var item = await _desk.Uploaded($"photo.{kind}", Samples.Picture(kind));

        Assert.IsType<UploadResult.Stored>(await _desk.Replace(item, $"photo.{other}", Samples.Picture(other, 80, 20)));

        using var stored = _desk.PictureOf(item.Path);
        Assert.Equal((80, loader), (stored.Width, stored.Get("vips-loader")));
    }

    [Theory]
    [InlineData("photo.png", "notes.txt")]
    [InlineData("notes.txt", "photo.png")]
    [InlineData("notes.txt", "film.vtt")]
    public async Task What_does_not_fit_the_address_is_refused_and_the_former_file_stays(string name, string other)
    {
        var item = await _desk.Uploaded(name, Content(name));

        var refused = Assert.IsType<UploadResult.Refused>(await _desk.Replace(item, other, Content(other)));

        Assert.Contains($"its address ends in {Path.GetExtension(name)}", refused.Reason);
        Assert.Equal(item.Hash, (await _desk.Find(item.Path))!.Hash);
    }

    [Fact]
    public async Task A_broken_file_replaces_nothing()
    {
        var item = await _desk.Uploaded("photo.png", Samples.Picture("png"));
        var before = _desk.BytesOf(item.Path);

        Assert.IsType<UploadResult.Refused>(await _desk.Replace(item, "photo.png", Samples.Picture("png", 400, 300)[..^40]));

        Assert.Equal(before, _desk.BytesOf(item.Path));
        Assert.Equal([item.Path], MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Fact]
    public async Task When_the_database_refuses_the_former_file_is_back()
    {
        var item = await _desk.Uploaded("photo.png", Samples.Picture("png"));
        var before = _desk.BytesOf(item.Path);
        await _desk.Blog.Ask<BlogContext, int>(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Full BEFORE UPDATE ON MediaItems BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"));

        Assert.IsType<UploadResult.Failed>(await _desk.Replace(item, "photo.png", Samples.Picture("png", 80, 20)));

        Assert.Equal(before, _desk.BytesOf(item.Path));
        Assert.Equal([item.Path], MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Fact]
    public async Task The_variants_of_the_former_picture_go_with_it()
    {
        var item = await _desk.Uploaded("photo.png", Samples.Picture("png", 600, 400));
        var other = await _desk.Uploaded("other.png", Samples.Picture("png", 700, 400));
        var (former, kept) = (await Variant(item), await Variant(other));

        await _desk.Replace(item, "photo.png", Samples.Picture("png", 600, 500));

        Assert.False(File.Exists(former));
        Assert.True(File.Exists(kept));
    }

    [Fact]
    public async Task The_variants_of_a_picture_that_a_changed_content_file_replaced_go_too()
    {
        var former = await Variant(await _desk.Stored("chart.png", Samples.Picture("png", 600, 400)));

        await _desk.Save("chart.png", Samples.Picture("png", 600, 500));

        Assert.False(File.Exists(former));
    }

    [Fact]
    public async Task A_variant_that_two_items_share_stays_while_one_of_them_is_there()
    {
        var first = await _desk.Stored("a.png", Samples.Picture("png", 600, 400));
        await _desk.Stored("b.png", Samples.Picture("png", 600, 400));
        var shared = await Variant(first);

        await _desk.Delete(first);

        Assert.True(File.Exists(shared));
    }

    [Fact]
    public async Task A_deleted_item_leaves_its_row_and_no_file()
    {
        var item = await _desk.Uploaded("photo.png", Samples.Picture("png", 600, 400));
        var variant = await Variant(item);

        Assert.True(await _desk.Delete(item));

        Assert.Empty(MediaDesk.FilesIn(_desk.Folder.Root));
        Assert.False(File.Exists(variant));
        Assert.Equal(BlogDatabase.Now, (await _desk.Find(item.Path))!.DeletedAt);
        Assert.True(await _desk.Blog.Ask<MediaUploads, bool>(uploads => uploads.WasDeletedAsync(item.Path)));
        Assert.False(await _desk.Delete(item));
        Assert.IsType<UploadResult.Unknown>(await _desk.Replace(item, "photo.png", Samples.Picture("png")));
    }

    [Fact]
    public async Task A_deleted_file_that_is_uploaded_again_is_another_item_elsewhere()
    {
        var first = await _desk.Uploaded("photo.png", Samples.Picture("png"));
        await _desk.Delete(first);

        var second = await _desk.Uploaded("photo.png", Samples.Picture("png"));

        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public async Task A_deleted_content_file_stays_deleted_until_it_changes()
    {
        var item = await _desk.Stored("chart.png", Samples.Picture("png"));
        await _desk.Delete(item);

        Assert.IsType<MediaSaveResult.Unchanged>(await _desk.Save("chart.png", Samples.Picture("png")));
        Assert.NotNull((await _desk.Find("chart.png"))!.DeletedAt);
        Assert.False(File.Exists(_desk.Folder.FileOf("chart.png")));

        Assert.IsType<MediaSaveResult.Changed>(await _desk.Save("chart.png", Samples.Picture("png", 80, 20)));
        Assert.Null((await _desk.Find("chart.png"))!.DeletedAt);
        Assert.Equal(Samples.Picture("png", 80, 20), _desk.BytesOf("chart.png"));
    }

    [Fact]
    public async Task A_content_file_that_was_replaced_here_stays_replaced_until_it_changes()
    {
        var item = await _desk.Stored("chart.png", Samples.Picture("png"));
        var replaced = Assert.IsType<UploadResult.Stored>(await _desk.Replace(item, "chart.png", Samples.Picture("png", 90, 30))).Item;
        await _desk.Replace(item, "chart.png", Samples.Picture("png", 90, 50));

        Assert.IsType<MediaSaveResult.Unchanged>(await _desk.Save("chart.png", Samples.Picture("png")));
        Assert.Equal(50, (await _desk.Find("chart.png"))!.Height);

        Assert.IsType<MediaSaveResult.Changed>(await _desk.Save("chart.png", Samples.Picture("png", 80, 20)));
        Assert.Equal((20, null), ((await _desk.Find("chart.png"))!.Height, (await _desk.Find("chart.png"))!.SourceHash));
        Assert.Equal(30, replaced.Height);
    }

    [Fact]
    public async Task Each_deed_tells_subscribers_and_whoever_keeps_a_copy()
    {
        var changes = (BlogChanges)_desk.Blog.Services.GetService(typeof(BlogChanges))!;
        var announced = 0;
        changes.Announced += () => announced++;

        var item = await _desk.Uploaded("photo.png", Samples.Picture("png"));
        await _desk.Replace(item, "photo.png", Samples.Picture("png", 80, 20));
        await _desk.Blog.Ask<MediaUploads, bool>(uploads => uploads.DescribeAsync(item.Id, "Two runners"));
        await _desk.Delete(item);

        Assert.Equal(4, announced);
        Assert.Equal(4, await _desk.Blog.Ask<BlogContext, int>(db => db.Outbox.CountAsync()));
    }

    private async Task<string> Variant(MediaItem item) => (await _desk.Variants.GetAsync(item, 480, "webp"))!;

    private static byte[] Content(string name) => Path.GetExtension(name) switch
    {
        ".png" => Samples.Picture("png"),
        ".vtt" => Encoding.ASCII.GetBytes("WEBVTT\n"),
        _ => Samples.Text,
    };
}
