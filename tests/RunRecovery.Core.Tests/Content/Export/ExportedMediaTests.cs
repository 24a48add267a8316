using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Tests.Media;

namespace RunRecovery.Core.Tests.Content.Export;

/// <summary>Media are stored without what tells where a runner lives; what was stored is the same file ever after.</summary>
public sealed class ExportedMediaTests : IDisposable
{
    /// <summary>Two boxes, and between them one with a secret.</summary>
    private static readonly byte[] Film = [0, 0, 0, 16, .. "ftypisom\0\0\0\0"u8, 0, 0, 0, 32, .. "uuid0123456789abcdefsecret!!"u8, 0, 0, 0, 12, .. "mdatfilm"u8];

    private readonly ExportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    [InlineData("a.webp")]
    [InlineData("a.avif")]
    [InlineData("a.mp4")]
    public async Task A_file_that_was_cleaned_has_the_same_bytes_and_addresses_in_another_blog(string name)
    {
        _desk.Content.Write($"media/{name}", name == "a.mp4" ? Film : Samples.Photo(name[2..]));
        _desk.Content.Write($"posts/bundle/{name}", name == "a.mp4" ? Film : Samples.Photo(name[2..]));
        await _desk.Import();
        Assert.Empty((await _desk.Export()).Problems);

        using var other = new ExportDesk();
        var report = await other.Import(_desk.Target);

        Assert.Empty(report.Refused);
        Assert.Equal(await NamesAsync(_desk), await NamesAsync(other));
        Assert.Equal(File.ReadAllBytes(Path.Combine(_desk.Target.Root, "media", name)), File.ReadAllBytes(Path.Combine(other.Blog.Folder, "data/media", name)));
        Assert.True(File.Exists(Path.Combine(_desk.Target.Root, "posts/bundle", name)));
        Assert.Equal(2, (await other.Import(_desk.Target)).MediaUnchanged);
    }

    [Fact]
    public async Task What_an_earlier_version_of_the_program_called_a_photo_stays_its_name()
    {
        _desk.Content.Write("media/a.jpg", Samples.Photo("jpg"));
        await _desk.Import();
        // It named photos by the file that the author gave.
        await _desk.Blog.Ask<BlogContext, int>(db => db.Database.ExecuteSqlRawAsync("UPDATE MediaItems SET Hash = SourceHash, SourceHash = NULL"));
        var before = await NamesAsync(_desk);
        Assert.Empty((await _desk.Export()).Problems);

        using var other = new ExportDesk();
        await other.Import(_desk.Target);
        Assert.Equal(before, await NamesAsync(other));

        // And in the old blog, the exported file is no other content.
        File.Copy(Path.Combine(_desk.Target.Root, "media/a.jpg"), Path.Combine(_desk.Content.Root, "media/a.jpg"), overwrite: true);
        Assert.Equal(0, (await _desk.Import()).MediaSaved);
        Assert.Equal(before, await NamesAsync(_desk));
    }

    [Fact]
    public async Task A_photo_in_the_folder_of_the_blog_stays_as_its_author_took_it()
    {
        var photo = Samples.Photo("jpg");
        _desk.Content.Write("media/a.jpg", photo);
        await _desk.Import();

        Assert.Empty((await _desk.Export(_desk.Content.Root)).Problems);

        Assert.Equal(photo, File.ReadAllBytes(Path.Combine(_desk.Content.Root, "media/a.jpg")));
    }

    [Fact]
    public async Task A_file_that_is_lost_or_that_no_import_would_read_is_a_problem()
    {
        await _desk.Blog.Ask<MediaStore, IReadOnlyList<MediaSaveResult>>(store => store.SaveAsync([File_("sources/a.png"), File_("_b.png"), File_("c.png")]));
        File.Delete(Path.Combine(_desk.Blog.Folder, "data/media/c.png"));

        var problems = (await _desk.Export()).Problems.OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => p.ToString());

        Assert.Equal(
            ["media/_b.png: an import does not read a file of this name.", "media/c.png: is missing in the blog's own media folder.", "media/sources/a.png: an import does not read a file of this name."],
            problems);
    }

    private MediaFile File_(string path)
    {
        var source = _desk.Content.Write($"inbox/{Guid.NewGuid():N}", ContentOnDisk.Picture);
        return new MediaFile(path, source, Convert.ToHexStringLower(SHA256.HashData(ContentOnDisk.Picture)));
    }

    private static Task<List<string>> NamesAsync(ExportDesk desk) => desk.Blog.Ask<BlogContext, List<string>>(async db =>
        [.. (await db.MediaItems.OrderBy(m => m.Path).ToListAsync()).Select(item => $"{MediaAddress.Of(item)} {item.Hash}")]);
}
