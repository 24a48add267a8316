using RunRecovery.Core.Media;

namespace RunRecovery.Core.Tests.Media;

public sealed class StoringMediaTests : IDisposable
{
    private readonly MediaDesk _desk = new();

    [Fact]
    public async Task A_new_picture_is_stored_and_known()
    {
        var picture = Samples.Picture("png");

        var item = await _desk.Stored("charts/sleep.png", picture);

        Assert.Equal(("image/png", 60, 40, picture.Length, BlogDatabase.Now), (item.ContentType, item.Width, item.Height, item.Length, item.SavedAt));
        Assert.Equal(picture, _desk.BytesOf("charts/sleep.png"));
    }

    [Fact]
    public async Task A_changed_file_replaces_the_old_one()
    {
        await _desk.Save("sleep.png", Samples.Picture("png"));

        var result = await _desk.Save("sleep.png", Samples.Picture("png", 80, 20));

        Assert.IsType<MediaSaveResult.Changed>(result);
        Assert.Equal((80, 20), ((await _desk.Find("sleep.png"))!.Width, (await _desk.Find("sleep.png"))!.Height));
        Assert.Equal(Samples.Picture("png", 80, 20), _desk.BytesOf("sleep.png"));
    }

    [Fact]
    public async Task An_unchanged_file_is_not_touched()
    {
        await _desk.Save("notes.txt", Samples.Text);
        File.WriteAllBytes(_desk.Folder.FileOf("notes.txt"), [.. Samples.Text.Reverse()]);

        var result = await _desk.Save("notes.txt", Samples.Text);

        Assert.IsType<MediaSaveResult.Unchanged>(result);
        Assert.Equal(Samples.Text.Reverse(), _desk.BytesOf("notes.txt"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_file_that_was_lost_or_cut_off_comes_back(int bytesLeft)
    {
        await _desk.Save("notes.txt", Samples.Text);
        File.Delete(_desk.Folder.FileOf("notes.txt"));
        if (bytesLeft > 0)
        {
            File.WriteAllBytes(_desk.Folder.FileOf("notes.txt"), Samples.Text[..bytesLeft]);
        }

        var result = await _desk.Save("notes.txt", Samples.Text);

        Assert.IsType<MediaSaveResult.Changed>(result);
        Assert.Equal(Samples.Text, _desk.BytesOf("notes.txt"));
    }

    [Fact]
    public async Task One_refused_file_stops_no_other_and_leaves_nothing_behind()
    {
        var results = await _desk.Save([_desk.File("charts/a.png", Samples.Text), _desk.File("charts/b.png", Samples.Picture("png"))]);

        Assert.IsType<MediaSaveResult.Refused>(results[0]);
        Assert.IsType<MediaSaveResult.Added>(results[1]);
        Assert.Null(await _desk.Find("charts/a.png"));
        Assert.Equal(["b.png"], Directory.GetFiles(Path.Combine(_desk.Folder.Root, "charts")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_refused_change_leaves_what_was_stored()
    {
        await _desk.Save("sleep.png", Samples.Picture("png"));

        Assert.IsType<MediaSaveResult.Refused>(await _desk.Save("sleep.png", Samples.Text));

        Assert.Equal(Samples.Picture("png"), _desk.BytesOf("sleep.png"));
        Assert.Equal("image/png", (await _desk.Find("sleep.png"))!.ContentType);
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("/etc/secret.txt")]
    [InlineData("charts/../../secret.txt")]
    [InlineData("..\\secret.txt")]
    [InlineData("./secret.txt")]
    public async Task A_path_that_leaves_the_media_folder_is_refused(string path) =>
        Assert.Contains("leaves the media folder", await _desk.Refusal(path, Samples.Text));

    [Fact]
    public async Task A_file_that_is_gone_before_it_is_read_is_refused()
    {
        var results = await _desk.Save([new MediaFile("gone.txt", "/no/such/file", "00")]);

        Assert.Contains("cannot be stored", Assert.IsType<MediaSaveResult.Refused>(results[0]).Reason);
    }

    [Fact]
    public async Task A_file_cannot_stand_where_a_folder_is()
    {
        await _desk.Save("charts.png/a.png", Samples.Picture("png"));

        Assert.Contains("cannot be stored", await _desk.Refusal("charts.png", Samples.Picture("png")));
    }

    [Fact]
    public async Task The_same_path_twice_in_one_import_is_one_file()
    {
        var results = await _desk.Save([_desk.File("a.txt", Samples.Text), _desk.File("a.txt", [.. Samples.Text, (byte)'!'])]);

        Assert.IsType<MediaSaveResult.Added>(results[0]);
        Assert.IsType<MediaSaveResult.Changed>(results[1]);
        Assert.Equal(Samples.Text.Length + 1, (await _desk.Find("a.txt"))!.Length);
    }

    public void Dispose() => _desk.Dispose();
}
