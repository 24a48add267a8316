using System.Text;
using Microsoft.EntityFrameworkCore;
using NetVips;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Tests.Media;

public sealed class UploadingTests : IDisposable
{
    private readonly MediaDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_picture_gets_an_address_by_its_month_and_name_that_nobody_can_guess()
    {
        var item = await _desk.Uploaded("Long Run (Zürich).JPEG", Samples.Photo("jpg"), alt: "  Two runners at the lake ");

        Assert.Matches("^2026/11/long-run-zurich-[0-9a-f]{8}\\.jpg$", item.Path);
        Assert.Equal(("image/jpeg", 60, 40, "Two runners at the lake", 7, BlogDatabase.Now), (item.ContentType, item.Width, item.Height, item.Alt, item.OwnerId, item.SavedAt));
        Assert.Equal([item.Path], MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("avif")]
    public async Task The_place_where_a_photo_was_taken_is_not_stored(string kind)
    {
        var photo = Samples.Photo(kind);
        Assert.True(Has(photo, Samples.Secret));

        var item = await _desk.Uploaded($"photo.{kind}", photo);

        using var stored = _desk.PictureOf(item.Path);
        Assert.False(Has(_desk.BytesOf(item.Path), Samples.Secret));
        Assert.DoesNotContain(stored.GetFields(), field => field.Contains("exif") || field.Contains("xmp") || field.Contains("iptc"));
    }

    [Fact]
    public async Task A_photo_taken_sideways_is_stored_upright()
    {
        var item = await _desk.Uploaded("photo.jpg", Samples.Photo("jpg", orientation: 6));

        using var stored = _desk.PictureOf(item.Path);
        Assert.Equal((40, 60, 40, 60), (item.Width, item.Height, stored.Width, stored.Height));
    }

    [Theory]
    [InlineData("png", "[compression=0,keep=none]")]
    [InlineData("jpg", "[Q=50,keep=none]")]
    [InlineData("gif", "[interlace,keep=none]")]
    [InlineData("webp", "[Q=50,keep=none]")]
    [InlineData("avif", "[Q=30,keep=none]")]
    public async Task Even_a_plain_picture_is_encoded_anew(string kind, string otherEncoder)
    {
        using var plain = Image.NewFromBuffer(Samples.Picture("png", 400, 300));
        var picture = plain.WriteToBuffer($".{kind}{otherEncoder}");

        var item = await _desk.Uploaded($"chart.{kind}", picture);

        using var stored = _desk.PictureOf(item.Path);
        Assert.NotEqual(picture, _desk.BytesOf(item.Path));
        Assert.Equal((400, 300), (stored.Width, stored.Height));
        Assert.True(stored.Getpoint(100, 150) is [> 180, < 90, < 90, ..]);
    }

    /// <summary>HTML where a decoder does not look: a browser that guessed would run it.</summary>
    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("gif")]
    public async Task A_polyglot_does_not_survive(string kind)
    {
        const string Html = "<script>alert(1)</script>";
        var picture = kind switch
        {
            "png" => Samples.WithChunk(Samples.Picture("png"), "tEXt", Encoding.ASCII.GetBytes($"a\0{Html}")),
            "jpg" => Samples.WithSegment(Samples.Picture("jpg"), 0xFE, Encoding.ASCII.GetBytes(Html)),
            _ => Samples.WithComment(Samples.Picture("gif"), Html),
        };

        var item = await _desk.Uploaded($"cat.{kind}", [.. picture, .. Encoding.ASCII.GetBytes(Html)]);

        Assert.False(Has(_desk.BytesOf(item.Path), "script"));
    }

    [Fact]
    public async Task A_gif_goes_on_moving()
    {
        var item = await _desk.Uploaded("stride.gif", Samples.Film("gif"));

        using var stored = _desk.PictureOf(item.Path);
        Assert.Equal(2, stored.Get("n-pages"));
    }

    [Fact]
    public async Task A_heif_that_can_be_decoded_becomes_a_jpeg_without_metadata()
    {
        var item = await _desk.Uploaded("IMG_0815.HEIC", Samples.Heif());

        using var stored = _desk.PictureOf(item.Path);
        Assert.Matches("img-0815-[0-9a-f]{8}\\.jpg$", item.Path);
        Assert.Equal(("image/jpeg", "jpegload_buffer"), (item.ContentType, stored.Get("vips-loader")));
        Assert.False(Has(_desk.BytesOf(item.Path), Samples.Secret));
    }

    [Fact]
    public async Task A_heic_that_cannot_be_decoded_is_refused_with_what_to_do()
    {
        Assert.Contains("Most Compatible", await _desk.UploadRefusal("IMG_0815.HEIC", Samples.Heic));
        Assert.Empty(MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Theory]
    [InlineData("photo.png", "Just words", "no image")]
    [InlineData("photo.heic", "Just words", "no image")]
    [InlineData("photo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "export the picture as PNG")]
    [InlineData("run.mov", "\0\0\0\u0018ftypqt  ", "save the film as MP4")]
    [InlineData("page.html", "<html>", "wanted png, jpg, gif")]
    [InlineData("run.exe", "MZ", "wanted png, jpg, gif")]
    [InlineData("noending", "words", "wanted png, jpg, gif")]
    [InlineData("", "words", "wanted png, jpg, gif")]
    [InlineData("paper.pdf", "<html>", "not application/pdf")]
    [InlineData("empty.txt", "", "empty")]
    public async Task What_is_not_what_its_name_says_is_refused(string name, string content, string reason)
    {
        Assert.Contains(reason, await _desk.UploadRefusal(name, Encoding.UTF8.GetBytes(content)));
        Assert.Empty(MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Theory]
    [InlineData("photo.jpg", "png")]
    [InlineData("photo.png", "jpg")]
    [InlineData("photo.heic", "png")]
    [InlineData("film.mp4", "avif")]
    public async Task A_lying_ending_is_refused(string name, string kind) =>
        Assert.Contains("which the name promises", await _desk.UploadRefusal(name, Samples.Picture(kind)));

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("webp")]
    [InlineData("avif")]
    public async Task A_picture_that_was_cut_off_is_refused(string kind)
    {
        Assert.Contains("broken", await _desk.UploadRefusal($"half.{kind}", Samples.Picture(kind, 400, 300)[..^40]));
        Assert.Empty(MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Fact]
    public async Task A_small_file_that_would_become_huge_is_refused_before_it_is_decoded()
    {
        var bomb = Samples.PngThatClaims(30_000, 30_000);

        var reason = await _desk.UploadRefusal("huge.png", bomb);

        // Decoding it would have said that it is broken: it holds no pixels.
        Assert.Contains("30000 x 30000 pixels; at most 50 million", reason);
    }

    [Fact]
    public async Task The_same_file_twice_is_one_item()
    {
        var photo = Samples.Photo("jpg");

        var first = await _desk.Uploaded("photo.jpg", photo);
        var again = Assert.IsType<UploadResult.AlreadyThere>(await _desk.Upload("another name.jpg", photo));

        Assert.Equal(first.Id, again.Item.Id);
        Assert.Single(MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Fact]
    public async Task The_same_file_sent_many_times_at_once_is_one_item()
    {
        var photo = Samples.Photo("jpg");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _desk.Upload("photo.jpg", photo)));

        Assert.Single(results.OfType<UploadResult.Stored>());
        Assert.Equal(5, results.OfType<UploadResult.AlreadyThere>().Count());
    }

    [Fact]
    public async Task Two_files_of_one_name_are_two_items()
    {
        var first = await _desk.Uploaded("photo.png", Samples.Picture("png"));
        var second = await _desk.Uploaded("photo.png", Samples.Picture("png", 80, 20));

        Assert.NotEqual(first.Path, second.Path);
        Assert.Equal(2, MediaDesk.FilesIn(_desk.Folder.Root).Count());
    }

    [Theory]
    [InlineData("../../../etc/passwd.txt", "passwd")]
    [InlineData("..\\..\\windows\\system.txt", "system")]
    [InlineData("C:\\Users\\ada\\notes.txt", "notes")]
    [InlineData("/etc/notes.txt", "notes")]
    [InlineData("..txt", "file")]
    [InlineData("....txt", "file")]
    [InlineData("no\0tes\r\n.txt", "notes")]
    [InlineData("no\u001b[31mtes.txt", "no-31mtes")]
    [InlineData("a\u202Ecod.txt", "a-cod")]
    [InlineData("CON.txt", "con")]
    [InlineData("<img src=x onerror=alert(1)>.txt", "img-src-x-onerror-alert-1")]
    [InlineData("%2e%2e%2fnotes.txt", "2e-2e-2fnotes")]
    [InlineData("пробежка.txt", "пробежка")]
    [InlineData("😀.txt", "file")]
    [InlineData("\ud800.txt", "file")]
    public async Task Whatever_a_file_is_called_its_place_is_the_servers_choice(string name, string words)
    {
        var item = await _desk.Uploaded(name, Samples.Text);

        Assert.Matches($"^2026/11/{words}-[0-9a-f]{{8}}\\.txt$", item.Path);
        Assert.Equal([item.Path], MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("走")]
    [InlineData("𐐷")]
    public async Task A_name_that_is_too_long_for_the_disk_is_shortened(string letter)
    {
        var item = await _desk.Uploaded($"{string.Concat(Enumerable.Repeat(letter, 300))}.txt", Samples.Text);

        Assert.Equal(Samples.Text, _desk.BytesOf(item.Path));
        Assert.True(new UploadName($"{new string('a', 300)}.txt").Shown is { Length: 100 } shown && shown.EndsWith(".txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_disk_refuses_is_said_and_nothing_is_half_stored()
    {
        Directory.CreateDirectory(Path.Combine(_desk.Folder.Root, "2026"));
        File.WriteAllText(Path.Combine(_desk.Folder.Root, "2026", "11"), "a file where the folder should be");

        var failed = Assert.IsType<UploadResult.Failed>(await _desk.Upload("photo.jpg", Samples.Photo("jpg")));

        Assert.Equal("could not be stored: the server cannot write to its disk. Its log says why.", failed.Reason);
        Assert.Equal([Path.Combine("2026", "11")], MediaDesk.FilesIn(_desk.Folder.Root));
        Assert.Empty(await Items());
    }

    [Fact]
    public void A_full_disk_is_called_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is a disk that is always full.");
        var full = Assert.Throws<IOException>(() =>
        {
            using var disk = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
            disk.Write(Samples.Text);
        });

        Assert.Contains("disk of the server is full", StorageFailure.InWords(full));
    }

    [Fact]
    public async Task A_file_whose_row_the_database_refuses_is_not_left_behind()
    {
        await _desk.Blog.Ask<BlogContext, int>(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Full BEFORE INSERT ON MediaItems BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"));

        Assert.IsType<UploadResult.Failed>(await _desk.Upload("photo.jpg", Samples.Photo("jpg")));

        Assert.Empty(MediaDesk.FilesIn(_desk.Folder.Root));
    }

    [Fact]
    public async Task What_a_stopped_process_left_unfinished_is_removed_at_the_next_start()
    {
        var item = await _desk.Uploaded("notes.txt", Samples.Text);
        var unfinished = new[] { Path.Combine(_desk.Folder.Uploads, "half"), Path.Combine(_desk.Folder.Root, "2026", "11", ".half.jpg") };
        Directory.CreateDirectory(_desk.Folder.Uploads);
        foreach (var file in unfinished)
        {
            File.WriteAllBytes(file, Samples.Text);
            File.SetLastWriteTimeUtc(file, BlogDatabase.Now.AddDays(-1));
        }

        await _desk.Blog.Ask<MediaUploads, bool>(async uploads =>
        {
            await uploads.RemoveLeftoversAtStartAsync();
            return true;
        });

        Assert.Equal([item.Path], MediaDesk.FilesIn(_desk.Folder.Root));
        Assert.Empty(MediaDesk.FilesIn(_desk.Folder.Uploads));
    }

    private Task<List<MediaItem>> Items() => _desk.Blog.Ask<BlogContext, List<MediaItem>>(db => db.MediaItems.ToListAsync());

    private static bool Has(byte[] bytes, string words) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(words)) >= 0;
}
