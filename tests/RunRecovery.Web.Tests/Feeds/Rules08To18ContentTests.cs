using System.Xml.Linq;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds;

public sealed class Rules08To18ContentTests : FeedTests
{
    private const string Everything = """
        Before [a](/tips) and [below](#part).[^1]

        <!--more-->

        ## Part

        ![Bars](/media/bars.png "Sleep")

        > [!TIP]
        > Sleep.

        - [x] done

        [Film](/media/film.mp4)

        <svg onload="x"></svg><form action="/x"><button>Press</button></form><p class="y" hidden>Plain</p>

        [^1]: Note.
        """;

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_8_the_whole_text_and_a_plain_summary_each_in_its_place(string format)
    {
        await Save(APost("easy-days") with { Markdown = "First **words**.\n\n<!--more-->\n\nLast words.", Summary = "In <short>" });

        var entry = await Only($"/{format}");

        Assert.Contains("<strong>words</strong>", entry.Html, StringComparison.Ordinal);
        Assert.Contains("Last words", entry.Html, StringComparison.Ordinal);
        Assert.Equal("In <short>", entry.Summary);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rules_9_to_12_addresses_are_absolute_and_only_plain_markup_remains(string format)
    {
        await SaveMedia();
        await Save(APost("easy-days") with { Markdown = Everything });

        var html = (await Only($"/{format}")).Html;

        Assert.DoesNotMatch("(href|src|srcset|poster|cite)=\"(/|#|\\?|[a-z]+/)", html);
        Assert.DoesNotMatch("<(svg|form|button|video|iframe|script|style)|class=|style=|hidden|loading=|<source", html);
        Assert.Contains("href=\"http://localhost:5000/posts/easy-days#part\"", html, StringComparison.Ordinal);
        Assert.Contains("<figure><img src=\"http://localhost:5000/media/bars.png\" alt=\"Bars\" width=\"8\" height=\"4\"><figcaption>Sleep</figcaption></figure>", html, StringComparison.Ordinal);
        Assert.Contains("☑", html, StringComparison.Ordinal);
        Assert.Matches(@"<blockquote>\s*<p><strong>Tip</strong></p>", html);
        Assert.Contains("<a href=\"http://localhost:5000/media/film.mp4\">Film</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_13_a_title_is_plain_text_escaped_once_and_not_repeated(string format)
    {
        await Save(APost("easy-days", "Fish & <chips> \"now\"") with { Markdown = "Text." });

        var entry = await Only($"/{format}");

        Assert.Equal("Fish & <chips> \"now\"", entry.Title);
        Assert.DoesNotContain("chips", entry.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_14_each_entry_has_an_author_and_nobody_has_an_address(string format)
    {
        await Save(APost("ours"));
        await Save(APost("theirs") with { Author = "Ann" });

        var feed = await Read($"/{format}");

        Assert.Equal(["Ann", "RunRecovery"], feed.Entries.Select(e => e.Author).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("@", await Text($"/{format}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_15_categories_have_term_label_and_scheme_and_languages_are_told()
    {
        await Save(APost("easy-days") with { Categories = ["Heavy Legs"], Tags = ["naps"], Language = "de" });

        var atom = XDocument.Parse(await Text("/atom.xml")).Root!;
        var category = atom.Descendants(ReadFeed.Atom + "category").First();

        Assert.Equal("heavy-legs", category.Attribute("term")!.Value);
        Assert.Equal("Heavy Legs", category.Attribute("label")!.Value);
        Assert.Equal("http://localhost:5000/categories", category.Attribute("scheme")!.Value);
        foreach (var format in new[] { "rss.xml", "atom.xml", "feed.json" })
        {
            var feed = await Read($"/{format}");
            Assert.Equal("en", feed.Language);
            Assert.Equal("de", feed.Entries[0].Language);
            Assert.Equal(["Heavy Legs", "naps"], feed.Entries[0].Categories);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_16_whatever_was_written_the_feed_is_well_formed(string format)
    {
        var odd = "A\u0001B\u000b ]]> \ufffe\uffff\ufdd0 \ud800 \u0085 & < > \" ' 😀 \U0001ffff end";
        await Save(APost("easy-days", odd) with { Markdown = $"{odd}\n\n<p title=\"{odd}\">x</p>", Summary = odd, Author = odd, Tags = ["sleep"] });
        using var browser = Blog.Browser();

        var bytes = await browser.GetByteArrayAsync($"/{format}");
        var entry = await Only($"/{format}");

        Assert.NotEqual(0xEF, bytes[0]);
        // Half a pair cannot be stored: the database keeps the sign for it.
        Assert.Equal("AB ]]> \ufffd & < > \" ' 😀 end", entry.Title);
        Assert.EndsWith("😀 end", entry.Author, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.Html, c => (c < ' ' && c != '\n') || c is >= '\u007f' and <= '\u009f' or >= '\ufdd0' and <= '\ufdef' or >= '\ufffe');
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Rule_17_entries_hold_the_text_and_nothing_around_it(string format)
    {
        await Save(APost("before") with { Date = Now.AddDays(-3) });
        await Save(APost("easy-days") with { Markdown = "Only this.", Series = "Weeks", Tags = ["sleep"] });

        Assert.Equal("<p>Only this.</p>", (await Read($"/{format}")).Entries[0].Html);
    }

    [Fact]
    public async Task Rule_18_the_picture_and_the_authors_own_film_go_along_with_exact_length_and_type()
    {
        await SaveMedia();
        await Save(APost("easy-days") with { Markdown = Everything, Image = new PostImage("/media/bars.png", "Bars") });
        var length = new FileInfo(Path.Combine(Blog.Data, "media", "film.mp4")).Length;

        var item = XDocument.Parse(await Text("/rss.xml")).Descendants("item").Single();
        Assert.Equal("http://localhost:5000/media/bars.png", item.Element(ReadFeed.Media + "content")!.Attribute("url")!.Value);
        Assert.Equal("8", item.Element(ReadFeed.Media + "thumbnail")!.Attribute("width")!.Value);
        var enclosure = Assert.Single(item.Elements("enclosure"));
        Assert.Equal($"{length}", enclosure.Attribute("length")!.Value);
        Assert.Equal("video/mp4", enclosure.Attribute("type")!.Value);

        var atom = XDocument.Parse(await Text("/atom.xml")).Descendants(ReadFeed.Atom + "link").Single(l => (string?)l.Attribute("rel") == "enclosure");
        Assert.Equal(enclosure.Attribute("url")!.Value, atom.Attribute("href")!.Value);
        Assert.Contains("\"image\":\"http://localhost:5000/media/bars.png\"", await Text("/feed.json"), StringComparison.Ordinal);
        Assert.Contains($"\"size_in_bytes\":{length}", await Text("/feed.json"), StringComparison.Ordinal);
    }

    private Task<bool> SaveMedia() => Blog.Ask<MediaStore, bool>(async store =>
    {
        var folder = Directory.CreateTempSubdirectory("runrecovery-media-").FullName;
        var (picture, film) = (Path.Combine(folder, "bars.png"), Path.Combine(folder, "film.mp4"));
        await File.WriteAllBytesAsync(picture, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAEUlEQVR4nGNQSFiAFTFQTwIA+L4kAWglFTIAAAAASUVORK5CYII="));
        await File.WriteAllBytesAsync(film, [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8]);
        var results = await store.SaveAsync([new MediaFile("bars.png", picture, new string('1', 64)), new MediaFile("film.mp4", film, new string('2', 64))]);
        Directory.Delete(folder, recursive: true);
        Assert.All(results, r => Assert.IsType<MediaSaveResult.Added>(r));
        return true;
    });
}
