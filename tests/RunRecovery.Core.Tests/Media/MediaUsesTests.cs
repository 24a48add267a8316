using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Writing;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Media;

public sealed class MediaUsesTests : IDisposable
{
    private readonly MediaDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("![Sleep](/media/charts/sleep.png)")]
    [InlineData("![Sleep](/media/charts/sleep.png?v=1#top \"A caption\")")]
    [InlineData("![Sleep](/media/charts/./sleep.png)")]
    [InlineData("![Sleep](/media/charts/%73leep.png)")]
    [InlineData("![Sleep](/media/charts/sl&#101;ep.png)")]
    [InlineData("![Sleep][chart]\n\n[chart]: /media/charts/sleep.png")]
    [InlineData("<img src=\"/media/charts/sleep.png\" alt=\"\">")]
    [InlineData("[The chart](/media/charts/sleep.png)")]
    [InlineData("Look at [the chart](/media/charts/sleep.png).")]
    [InlineData("Look at <a href=\"/media/charts/sleep.png\">the chart</a>.")]
    [InlineData("<video controls src=\"/media/run.webm\" poster=\"/media/charts/sleep.png\"></video>")]
    public async Task A_text_that_shows_or_links_to_a_file_uses_it(string markdown)
    {
        var chart = await Chart();
        await _desk.Blog.Save(APost("easy-days", "Easy days") with { Markdown = markdown });

        Assert.Equal(["Easy days"], await UsesOf(chart));
    }

    [Fact]
    public async Task What_is_being_written_uses_a_file_too()
    {
        var chart = await Chart();
        var saved = (SaveResult.Saved)await _desk.Blog.Save(APost("easy-days", "Easy days"));
        var post = await _desk.Blog.Ask<WorkingCopies, OpenText?>(copies => copies.OpenAsync(new Writer(1, EditsAll: true), saved.PostId));
        var written = post!.Fields with { Markdown = "![Sleep](/media/charts/sleep.png)" };

        await _desk.Blog.Ask<WorkingCopies, KeepResult>(copies => copies.KeepAsync(new Writer(1, EditsAll: true), new KeptText(saved.PostId, null, post.Stamp, post.Fields, written)));

        Assert.Equal(["Easy days"], await UsesOf(chart));
    }

    [Theory]
    [InlineData("The file /media/charts/sleep.png is a chart.")]
    [InlineData("`![Sleep](/media/charts/sleep.png)`")]
    [InlineData("![Sleep](https://elsewhere.example/media/charts/sleep.png)")]
    [InlineData("![Sleep](/media/charts/SLEEP.png)")]
    [InlineData("![Sleep](charts/sleep.png)")]
    public async Task A_text_that_only_resembles_a_use_is_none(string markdown)
    {
        var chart = await Chart();
        await _desk.Blog.Save(APost("easy-days") with { Markdown = markdown });

        Assert.Empty(await UsesOf(chart));
    }

    [Fact]
    public async Task The_picture_and_the_video_of_a_post_are_uses_too()
    {
        var chart = await Chart();
        var film = await _desk.Stored("run.webm", [0x1A, 0x45, 0xDF, 0xA3, .. "webm"u8]);
        var words = await _desk.Stored("run.txt", Samples.Text);
        var poster = await _desk.Stored("run.jpg", Samples.Picture("jpg"));
        await _desk.Blog.Save(APost("a", "With picture") with { Image = new PostImage("/media/charts/sleep.png") });
        await _desk.Blog.Save(APost("b", "With poster") with { Video = new PostVideo("https://youtu.be/x", Poster: "/media/charts/sleep.png") });
        await _desk.Blog.Save(APost("c", "With film") with { Video = new PostVideo("/media/run.webm") });

        Assert.Equal(["With picture", "With poster"], await UsesOf(chart));
        Assert.Equal(["With film"], await UsesOf(film));
        // They lie beside the film under its name, so its player shows them.
        Assert.Equal(["With film"], await UsesOf(words));
        Assert.Equal(["With film"], await UsesOf(poster));
    }

    [Fact]
    public async Task A_file_beside_the_text_of_a_content_file_is_used_by_its_short_name()
    {
        var photo = await _desk.Stored("posts/easy/photo.png", Samples.Picture("png"));
        var change = new PostChange(null, 0, _desk.Blog.Valid(APost("easy", "Easy") with { Markdown = "![](photo.png)" }), RevisionOrigin.Import) { File = new FileMark("posts/easy/index.md", "00") };
        await _desk.Blog.Ask<PostStore, SaveResult>(store => store.SaveAsync(change));

        Assert.Equal(["Easy"], await UsesOf(photo));
    }

    [Fact]
    public async Task A_draft_uses_what_it_shows()
    {
        var chart = await Chart();
        await _desk.Blog.Save(APost("draft", "A draft") with { Markdown = "![](/media/charts/sleep.png)", Draft = true });

        Assert.Equal(["A draft"], await UsesOf(chart));
    }

    [Fact]
    public async Task A_changed_text_uses_what_it_shows_now()
    {
        var chart = await Chart();
        var saved = Assert.IsType<SaveResult.Saved>(await _desk.Blog.Save(APost("a") with { Markdown = "![](/media/charts/sleep.png)" }));
        Assert.Single(await UsesOf(chart));

        await _desk.Blog.Save(APost("a") with { Markdown = "Nothing." }, saved.PostId, saved.Version);

        Assert.Empty(await UsesOf(chart));
    }

    [Fact]
    public async Task A_file_that_comes_after_the_text_is_used_from_then_on()
    {
        await _desk.Blog.Save(APost("a", "Easy days") with { Markdown = "[Run](/media/run.webm)" });
        Assert.Empty(await _desk.Blog.Ask<MediaUses, IEnumerable<object>>(async uses => await uses.ByPathAsync()));

        var film = await _desk.Stored("run.webm", [0x1A, 0x45, 0xDF, 0xA3, .. "webm"u8]);
        var poster = await _desk.Stored("run.jpg", Samples.Picture("jpg"));

        Assert.Equal(["Easy days"], await UsesOf(film));
        Assert.Equal(["Easy days"], await UsesOf(poster));
    }

    [Fact]
    public async Task The_shelf_finds_by_name_words_title_kind_and_what_is_missing()
    {
        await _desk.Uploaded("Zürich Marathon.jpg", Samples.Photo("jpg"), alt: "Läufer am See");
        _desk.Blog.Clock.Advance(TimeSpan.FromMinutes(1));
        await Chart();
        await _desk.Uploaded("plan.pdf", "%PDF-1.7"u8.ToArray());
        await _desk.Blog.Save(APost("a", "How sleep heals") with { Markdown = "![](/media/charts/sleep.png)" });

        Assert.Equal(["plan", "sleep", "zurich-marathon"], await Found(new MediaSearch()));
        Assert.Equal(["zurich-marathon"], await Found(new MediaSearch("zurich")));
        Assert.Equal(["zurich-marathon"], await Found(new MediaSearch("LAUFER see")));
        Assert.Equal(["sleep"], await Found(new MediaSearch("heals")));
        Assert.Equal(["plan"], await Found(new MediaSearch(Kind: MediaKind.File)));
        Assert.Equal(["sleep"], await Found(new MediaSearch(WithoutAlt: true)));
        Assert.Equal(["plan", "zurich-marathon"], await Found(new MediaSearch(Unused: true)));
        Assert.Empty(await Found(new MediaSearch("swimming")));
    }

    [Theory]
    [InlineData("Two runners")]
    [InlineData("*Two* [runners](x) `<b>` \\ ! & ~~all~~")]
    [InlineData("Two\nrunners")]
    [InlineData("![a](b) ]( \"")]
    public async Task The_offered_markdown_shows_the_file_with_these_very_words(string words)
    {
        var item = await _desk.Uploaded("a b (c).png", Samples.Picture("png"));

        var html = _desk.Blog.Services.GetRequiredService<MarkdownRenderer>().Render(MediaMarkdown.Of(item, words), new RenderContext { Address = "", FindMedia = path => path == item.Path ? item : null });

        Assert.Equal(words.Replace('\n', ' '), html.Images.Single().Alt);
        Assert.True(html.Images.Single().Resolved);
    }

    [Theory]
    [InlineData("![](/media/charts/sleep.png)", "The words of the item")]
    [InlineData("![Its own](/media/charts/sleep.png)", "Its own")]
    public async Task The_words_of_an_item_speak_where_a_text_gives_none(string markdown, string alt)
    {
        var chart = await Chart();
        await _desk.Blog.Ask<MediaUploads, bool>(uploads => uploads.DescribeAsync(chart.Id, "The words of the item"));
        var item = await _desk.Find(chart.Path);

        var html = _desk.Blog.Services.GetRequiredService<MarkdownRenderer>().Render(markdown, new RenderContext { Address = "", FindMedia = _ => item }).Html;

        Assert.Contains($"alt=\"{alt}\"", html);
    }

    private Task<MediaItem> Chart() => _desk.Stored("charts/sleep.png", Samples.Picture("png"));

    private Task<List<string>> UsesOf(MediaItem item) =>
        _desk.Blog.Ask<MediaUses, List<string>>(async uses => [.. (await uses.OfAsync(item)).Select(use => use.Title)]);

    private async Task<List<string>> Found(MediaSearch search)
    {
        var page = await _desk.Blog.Ask<MediaShelf, PageOf<ShelvedItem>>(shelf => shelf.FindAsync(search, 1));
        return [.. page.Items.Select(found => Path.GetFileNameWithoutExtension(found.Item.Path)).Select(name => name.Contains('-') && name[^9] == '-' ? name[..^9] : name).Order()];
    }
}
