using System.Text;
using RunRecovery.Web.Feeds;
using static RunRecovery.Web.Tests.Feeds.Checking.GoodFeed;

namespace RunRecovery.Web.Tests.Feeds.Checking;

public sealed class FeedRulesTests
{
    public static TheoryData<string> Formats => [.. FeedFormats.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_good_feed_has_no_faults(string format) => Assert.Empty(FaultsOf(Format(format).Write(With()), Format(format)));

    [Theory]
    [InlineData(9, """<a href="/tips">a</a>""")]
    [InlineData(9, """<a href="#part">a</a>""")]
    [InlineData(9, """<a href="//blog.example/tips">a</a>""")]
    [InlineData(9, """<img src="a.png" alt="">""")]
    [InlineData(9, """<img src="data:image/png;base64,AAAA" alt="">""")]
    [InlineData(9, """<img src="https://other.example/a.png" alt="" srcset="https://other.example/b.png 1x, c.png 2x">""")]
    [InlineData(9, """<blockquote cite="book">a</blockquote>""")]
    [InlineData(9, """<video poster="a.png"></video>""")]
    [InlineData(10, """<img alt="A" width="20" height="10">""")]
    [InlineData(10, """<img src="https://blog.example/media/a.png" width="20" height="10">""")]
    [InlineData(10, """<img src="https://blog.example/media/a.png" alt="A" height="10">""")]
    [InlineData(10, """<img src="https://blog.example/media/a.png" alt="A" width="20">""")]
    [InlineData(10, """<img src="https://blog.example/media/a.avif" alt="A" width="20" height="10">""")]
    [InlineData(11, """<p class="a">a</p>""")]
    [InlineData(11, """<p style="color: red">a</p>""")]
    [InlineData(11, """<p hidden>a</p>""")]
    [InlineData(11, """<p onclick="a()">a</p>""")]
    [InlineData(11, """<p data-a="a">a</p>""")]
    [InlineData(11, "<svg></svg>")]
    [InlineData(11, "<form></form>")]
    [InlineData(11, "<button>a</button>")]
    [InlineData(11, "<script>a()</script>")]
    [InlineData(11, """<input type="checkbox">""")]
    [InlineData(12, """<iframe src="https://other.example/film"></iframe>""")]
    [InlineData(12, """<video src="https://blog.example/media/a.mp4"></video>""")]
    [InlineData(13, "<h2>Easy &amp; slow</h2>")]
    [InlineData(16, "<p>\ufdd0</p>")]
    [InlineData(17, """<a rel="next" href="https://blog.example/">Next</a>""")]
    [InlineData(17, """<img src="https://other.example/count.gif" alt="" width="1" height="1">""")]
    public void Markup_that_breaks_a_rule_is_found_in_every_format(int rule, string html)
    {
        foreach (var format in FeedFormats.All)
        {
            Assert.Contains(FaultsOf(format.Write(With(html)), format), fault => fault.Rule == rule && fault.Entry?.Id == "urn:uuid:1" | rule == 16);
        }
    }

    [Theory]
    [InlineData(1, "RSS", ">urn:uuid:1<", "><")]
    [InlineData(1, "RSS", ">urn:uuid:1<", ">https://blog.example/1<")]
    [InlineData(1, "RSS", ">urn:uuid:1<", ">urn:uuid:9<")]
    [InlineData(1, "RSS", " isPermaLink=\"false\"", "")]
    [InlineData(1, "Atom", "<id>urn:uuid:1</id>", "")]
    [InlineData(1, "JSON Feed", "\"urn:uuid:1\"", "\"1\"")]
    [InlineData(2, "Atom", "urn:uuid:2", "urn:uuid:1")]
    [InlineData(2, "JSON Feed", "urn:uuid:2", "urn:uuid:1#2")]
    [InlineData(3, "RSS", "<link>https://blog.example/posts", "<link>http://blog.example/posts")]
    [InlineData(3, "RSS", "domain=\"https://blog.example/tags\"", "domain=\"/tags\"")]
    [InlineData(3, "Atom", "href=\"https://blog.example/\"", "href=\"https://evil.example/\"")]
    [InlineData(3, "JSON Feed", "\"home_page_url\":\"https://blog.example/\"", "\"home_page_url\":\"/\"")]
    [InlineData(4, "RSS", "Mon, 23 Nov 2026 12:00:00", "Mon, 23 Nov 2026 12:00:01")]
    [InlineData(4, "Atom", "<updated>2026-11-23T12:00:00Z</updated><author>", "<updated>2026-11-23T11:00:00Z</updated><author>")]
    [InlineData(4, "JSON Feed", "\"date_modified\":\"2026-11-23T12", "\"date_modified\":\"2026-11-23T13")]
    [InlineData(5, "RSS", "<lastBuildDate>Mon, 23 Nov 2026 12", "<lastBuildDate>Mon, 23 Nov 2026 13")]
    [InlineData(5, "Atom", "<updated>2026-11-23T12:00:00Z</updated><icon>", "<updated>2026-11-24T12:00:00Z</updated><icon>")]
    [InlineData(6, "RSS", "<pubDate>Mon, 23 Nov 2026 12:00:00 +0000", "<pubDate>Mon, 23 Nov 2026 12:00:00 GMT")]
    [InlineData(6, "RSS", "<pubDate>Mon, 23 Nov 2026", "<pubDate>Tue, 23 Nov 2026")]
    [InlineData(6, "RSS", "<lastBuildDate>Mon, 23 Nov 2026", "<lastBuildDate>23 Nov 26")]
    [InlineData(6, "RSS", "<lastBuildDate>Mon, 23 Nov 2026 12:00:00 +0000</lastBuildDate>", "")]
    [InlineData(6, "Atom", "<published>2026-11-23T12:00:00Z", "<published>2026-11-23T12:00:00")]
    [InlineData(6, "JSON Feed", "\"date_published\":\"2026-11-23T12:00:00Z\"", "\"date_published\":\"2026-11-23\"")]
    [InlineData(7, "Atom", "<published>2026-11-23", "<published>2026-12-23")]
    [InlineData(7, "JSON Feed", "\"date_published\":\"2026-11-22", "\"date_published\":\"2026-11-24")]
    [InlineData(8, "RSS", "<description>Short: older.</description>", "")]
    [InlineData(8, "RSS", "content:encoded", "content:other")]
    [InlineData(8, "Atom", "<summary>Short: older.", "<summary>&lt;p&gt;Short: older.&lt;/p&gt;")]
    [InlineData(8, "JSON Feed", "content_html", "content_text")]
    [InlineData(12, "RSS", "&lt;a href=\"https://blog.example/media/a.mp4\"&gt;", "")]
    [InlineData(13, "RSS", "<title>Easy &amp; slow", "<title>Easy &amp;amp; slow")]
    [InlineData(13, "Atom", "<title>Older", "<title>&lt;b&gt;Older&lt;/b&gt;")]
    [InlineData(13, "JSON Feed", "\"title\":\"Older\"", "\"title\":\"urn:uuid:2\"")]
    [InlineData(14, "RSS", "<dc:creator>Somebody</dc:creator>", "")]
    [InlineData(14, "RSS", "<dc:creator>Somebody", "<dc:creator>me@blog.example (Somebody)")]
    [InlineData(14, "RSS", "<language>", "<managingEditor>me@blog.example</managingEditor><language>")]
    [InlineData(14, "Atom", "<author><name>Somebody</name></author>", "")]
    [InlineData(14, "JSON Feed", "\"authors\":[{\"name\":\"Somebody\"}],\"image\"", "\"image\"")]
    [InlineData(15, "RSS", " domain=\"https://blog.example/tags\"", "")]
    [InlineData(15, "Atom", " label=\"Sleep\"", "")]
    [InlineData(15, "Atom", "xml:lang=\"en\"", "xml:lang=\"de\"")]
    [InlineData(15, "JSON Feed", "\"language\":\"en\",", "")]
    [InlineData(16, "RSS", "</rss>", "")]
    [InlineData(16, "RSS", "<title>Older", "<title>Older&#1;")]
    [InlineData(16, "Atom", "<feed ", "<!DOCTYPE feed><feed ")]
    [InlineData(16, "Atom", "<?xml", "\ufeff<?xml")]
    [InlineData(16, "JSON Feed", "\"title\":\"Older\"", "\"title\":\"Older\\u0001\"")]
    [InlineData(18, "RSS", "length=\"9000\"", "length=\"0\"")]
    [InlineData(18, "RSS", "type=\"video/mp4\"", "type=\"video/webm\"")]
    [InlineData(18, "RSS", "fileSize=\"700\"", "fileSize=\"701\"")]
    [InlineData(18, "RSS", "<enclosure ", "<enclosure/><enclosure ")]
    [InlineData(18, "Atom", "length=\"9000\"", "")]
    [InlineData(18, "JSON Feed", "\"size_in_bytes\":9000", "\"size_in_bytes\":9001")]
    [InlineData(26, "RSS", "rel=\"self\" href=\"https://blog.example/feed\"", "rel=\"self\" href=\"https://blog.example/feed?a\"")]
    [InlineData(26, "Atom", "rel=\"self\"", "rel=\"via\"")]
    [InlineData(26, "JSON Feed", "\"feed_url\"", "\"url\"")]
    public void A_document_that_breaks_a_rule_is_found(int rule, string format, string good, string broken)
    {
        var text = Text(format);
        Assert.Contains(good, text, StringComparison.Ordinal);

        var faults = FaultsOf(Encoding.UTF8.GetBytes(text.Replace(good, broken, StringComparison.Ordinal)), Format(format));

        Assert.Contains(faults, fault => fault.Rule == rule);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Bytes_that_are_no_utf_8_are_found(string format)
    {
        var bytes = Encoding.Latin1.GetBytes(Text(format).Replace("Older", "Ölder", StringComparison.Ordinal));

        Assert.Equal(16, Assert.Single(FaultsOf(bytes, Format(format))).Rule);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Too_many_entries_are_found_and_too_many_bytes(string format)
    {
        var (many, large) = (With(), With(new string('a', Feed.MaxBytes)));
        many = many with { Entries = [.. Enumerable.Repeat(many.Entries[1], 31)] };

        Assert.Contains(FaultsOf(Format(format).Write(many), Format(format)), fault => fault.Rule == 24);
        Assert.Contains(FaultsOf(Format(format).Write(large), Format(format)), fault => fault.Rule == 24);
    }

    [Fact]
    public void A_fault_names_its_rule_and_its_entry()
    {
        var fault = FaultsOf(FeedFormats.Rss.Write(With("<button>a</button>")), FeedFormats.Rss).Single();

        Assert.Equal("rule 11: entry \"Easy & slow\" (urn:uuid:1): readers drop <button>.", fault.ToString());
    }
}
