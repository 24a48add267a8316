using System.Net;
using AngleSharp.Html.Parser;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>From the desk to pages, lists and feeds.</summary>
public sealed class PublishingPagesTests : IDisposable
{
    private const string Rich = """
        Legs are [heavy](#why), see [[other post]] and [a tip](/tips).[^1]

        ## Why

        ![A graph](/media/none.png "Caption")

        ```csharp
        var x = 1;
        ```

        | a | b |
        |---|---|
        | 1 | 2 |

        [^1]: A note with `code`.
        """;

    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData("heavy-legs")]
    [InlineData("")]
    public async Task A_preview_is_what_readers_see_after_publishing(string slug)
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var post = await ada.WriteAsync(("Form.Title", "Heavy legs"), ("Form.Slug", slug), ("Form.Markdown", Rich));

        var preview = await (await PageForm.OpenAsync(ada, WritersDesk.Edit(post))).SendAsync($"/admin/posts/preview?id={post}");
        await ada.PublishAsync(post);

        var (seen, shown) = (Prose(await reader.GetStringAsync("/posts/heavy-legs")), Prose(await preview.Content.ReadAsStringAsync()));
        Assert.Contains("<h2 id=\"why\">", seen, StringComparison.Ordinal);
        Assert.Equal(seen, shown);
    }

    [Fact]
    public async Task A_significant_update_is_dated_in_feeds_and_a_minor_one_is_not()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var post = await ada.WriteAndPublishAsync(("Form.Title", "Heavy legs"), ("Form.Markdown", "one"));
        var first = await EntryAsync(reader);

        _blog.Clock.Advance(TimeSpan.FromDays(1));
        await ada.EditAsync(post, ("Form.Markdown", "two"));
        Assert.Equal("one", (await _blog.PostAsync(post)).Markdown);
        Assert.Contains("Changes not live yet", await ada.GetStringAsync("/admin"), StringComparison.Ordinal);
        await ada.PublishAsync(post, "Update", ("significant", "false"));
        var minor = await EntryAsync(reader);
        await ada.EditAsync(post, ("Form.Markdown", "three"));
        await ada.PublishAsync(post, "Update", ("significant", "true"));
        var significant = await EntryAsync(reader);

        Assert.Equal((first.Id, first.Published, first.Updated), (minor.Id, minor.Published, minor.Updated));
        Assert.Equal((first.Id, first.Published, "2026-11-25T12:00:00Z"), (significant.Id, significant.Published, significant.Updated));
        Assert.Contains("three", await reader.GetStringAsync("/posts/heavy-legs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTC", "2026-12-01T07:30", "2026-12-01T07:30:00Z", "1 Dec 2026, 07:30 (UTC)")]
    [InlineData("Europe/Zurich", "2026-12-01T07:30", "2026-12-01T06:30:00Z", "1 Dec 2026, 07:30 (Europe/Zurich)")]
    [InlineData("Europe/Zurich", "2027-03-28T02:30", "2027-03-28T01:30:00Z", "28 Mar 2027, 03:30 (Europe/Zurich)")]
    [InlineData("Europe/Zurich", "2027-03-28T03:30", "2027-03-28T01:30:00Z", "28 Mar 2027, 03:30 (Europe/Zurich)")]
    [InlineData("Europe/Zurich", "2027-10-31T02:30", "2027-10-31T01:30:00Z", "31 Oct 2027, 02:30 (Europe/Zurich)")]
    public async Task A_scheduled_post_appears_to_the_second_everywhere(string zone, string at, string utc, string inWords)
    {
        await using var blog = new BlogApplication { Settings = new() { ["Site:TimeZone"] = zone } };
        using var ada = await blog.SignedInAsync();
        using var reader = blog.Browser();
        var post = await ada.WriteAsync(("Form.Title", "Heavy legs"), ("Form.Tags", "marked"));
        var time = DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

        Assert.Contains($"In the blog's time zone, {zone}", await ada.GetStringAsync(WritersDesk.Publish(post)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.PublishAsync(post, "Schedule", ("at", at))).StatusCode);
        Assert.Contains($"Scheduled for {inWords}", await ada.GetStringAsync(WritersDesk.Publish(post)), StringComparison.Ordinal);
        Assert.Contains("Heavy legs", await ada.GetStringAsync("/admin?state=scheduled"), StringComparison.Ordinal);

        string[] doors = ["/", "/posts/heavy-legs", "/tags/marked", "/rss.xml", "/atom.xml", "/feed.json", "/sitemap.xml"];
        blog.Clock.SetUtcNow(time.AddSeconds(-1));
        foreach (var door in doors)
        {
            Assert.DoesNotContain("/posts/heavy-legs", await (await reader.GetAsync(door)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        blog.Clock.SetUtcNow(time);
        foreach (var door in doors)
        {
            Assert.Contains("/posts/heavy-legs", await (await reader.GetAsync(door)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_time_that_is_none_is_refused_with_words()
    {
        await using var blog = new BlogApplication { Settings = new() { ["Site:TimeZone"] = "America/New_York" } };
        using var ada = await blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Heavy legs"));
        blog.Clock.Advance(TimeSpan.FromHours(6));
        (string At, string Words)[] cases =
        [
            ("2027-02-30T10:00", "is no time; wanted one such as"),
            ("", "is no time; wanted one such as"),
            ("tomorrow", "is no time; wanted one such as"),
            ("01/12/2026 07:30", "is no time; wanted one such as"),
            ("2026-12-01T25:00", "is no time; wanted one such as"),
            ("9999-12-31T23:59", "is out of range; wanted 1970-01-01 to 2200-01-01"),
            ("2026-11-24T12:00", "The time to publish at has passed"),
            ("0001-01-01T00:00", "The time to publish at has passed"),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (at, words) = it;
            var page = await (await ada.PublishAsync(post, "Schedule", ("at", at))).Content.ReadAsStringAsync();

            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Equal(at, PageForm.Read(ada, "", page, "form[action$='handler=Schedule']")["at"]);
            Assert.Null((await blog.PostAsync(post)).PublishedAt);
        });
    }

    [Fact]
    public async Task What_was_written_after_the_look_is_not_published_with_it()
    {
        using var ada = await _blog.SignedInAsync();
        using var reader = _blog.Browser();
        var post = await ada.WriteAsync(("Form.Title", "Heavy legs"), ("Form.Markdown", "seen"));
        var look = await PageForm.OpenAsync(ada, WritersDesk.Publish(post), "form[action$='handler=Now']");
        await ada.EditAsync(post, ("Form.Markdown", "not seen yet"));

        var refused = await look.SendAsync();
        Assert.Contains("Somebody has changed this text since you opened the page.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/posts/heavy-legs")).StatusCode);
        Assert.Contains("Somebody has changed", await (await look.Forge("stamp", "").SendAsync()).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PageForm.Read(ada, look.Action, await refused.Content.ReadAsStringAsync(), "form[action$='handler=Now']").SendAsync()).StatusCode);
    }

    [Fact]
    public async Task Unpublished_it_is_gone_and_comes_back_as_the_same_entry()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var post = await ada.WriteAndPublishAsync(("Form.Title", "Heavy legs"));
        var before = await EntryAsync(reader);

        await ada.PublishAsync(post, "Unpublish");
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync("/posts/heavy-legs")).StatusCode);
        Assert.DoesNotContain("Heavy legs", await reader.GetStringAsync("/atom.xml"), StringComparison.Ordinal);
        _blog.Clock.Advance(TimeSpan.FromDays(2));
        await ada.PublishAsync(post);

        Assert.Equal(before, await EntryAsync(reader));
    }

    [Fact]
    public async Task Deleted_it_lies_in_the_bin_for_30_days_and_is_gone_for_readers()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var post = await ada.WriteAndPublishAsync(("Form.Title", "Heavy legs"));
        var delete = $"/admin/posts/{post}/delete";

        await ada.PostFormAsync(delete);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync("/posts/heavy-legs")).StatusCode);
        Assert.Contains("It lies in the bin now, for 30 days.", await ada.GetStringAsync(delete), StringComparison.Ordinal);
        Assert.DoesNotContain("Heavy legs", await ada.GetStringAsync("/admin"), StringComparison.Ordinal);
        Assert.Contains("Heavy legs", await ada.GetStringAsync("/admin?state=inbin"), StringComparison.Ordinal);
        Assert.Contains("take it out", await ada.GetStringAsync(WritersDesk.Publish(post)), StringComparison.Ordinal);
        Assert.Contains("This post lies in the bin.", await ada.GetStringAsync(WritersDesk.Edit(post)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.EditAsync(post, ("Form.Markdown", "written in the bin"))).StatusCode);

        await ada.PostFormAsync(delete, $"{delete}?handler=Undelete");
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/posts/heavy-legs")).StatusCode);
        Assert.Equal("written in the bin", (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)))["Form.Markdown"]);

        await ada.PostFormAsync(delete);
        _blog.Clock.Advance(TimeSpan.FromDays(30));
        await _blog.Ask<RunRecovery.Core.Writing.Bin, int>(bin => bin.EmptyAsync());
        using var ada2 = await _blog.SignedInAsync(Role.Author);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync("/posts/heavy-legs")).StatusCode);
        foreach (var page in new[] { "", "/publish", "/delete", "/share", "/conflict", "/revisions" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await ada2.GetAsync(WritersDesk.Edit(post) + page)).StatusCode));
        }
    }

    [Fact]
    public async Task A_changed_slug_keeps_the_old_address_and_the_page_says_so()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var post = await ada.WriteAndPublishAsync(("Form.Title", "Heavy legs"));
        Assert.Contains("the old one leads here for ever", await ada.GetStringAsync(WritersDesk.Edit(post)), StringComparison.Ordinal);

        await ada.EditAsync(post, ("Form.Slug", "light-legs"));
        Assert.Contains("/posts/light-legs. The old address, /posts/heavy-legs, leads here for ever.", await ada.GetStringAsync(WritersDesk.Publish(post)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/posts/heavy-legs")).StatusCode);
        await ada.PublishAsync(post, "Update", ("significant", "false"));

        var moved = await reader.GetAsync("/posts/heavy-legs");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/posts/light-legs"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Details_are_saved_where_one_publishes_and_what_is_wrong_comes_back()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        var tip = await ada.WriteKindAsync(PostKind.Tip, ("Form.Title", "Sleep"), ("Form.Markdown", "More."));

        var details = await PageForm.OpenAsync(ada, WritersDesk.Publish(tip), "#details");
        var saved = await details.With(("Form.Phase", "rest"), ("Form.Grade", "weak"), ("Form.Sources", "a2001, b2002"), ("Form.Series", "Weeks"), ("Form.SeriesOrder", "2"), ("Form.Tags", "sleep, \"legs, heavy\"")).SendAsync();
        Assert.Equal(WritersDesk.Publish(tip), saved.Headers.Location?.OriginalString);
        var fields = PostFields.Of(await _blog.PostAsync(tip));
        Assert.Equal(("rest", "weak", "Weeks", 2, "More."), (fields.Phase, fields.Grade, fields.Series, fields.SeriesOrder, fields.Markdown));
        Assert.Equal(["a2001", "b2002"], fields.Sources);
        Assert.Equal(["sleep", "legs, heavy"], fields.Tags);

        var wrong = await (await PageForm.OpenAsync(ada, WritersDesk.Publish(tip), "#details")).With(("Form.SeriesOrder", "second"), ("Form.Description", "Kept")).SendAsync();
        var page = PageForm.Read(ada, "", await wrong.Content.ReadAsStringAsync(), "#details");
        Assert.Equal(("second", "Kept"), (page["Form.SeriesOrder"], page["Form.Description"]));
        Assert.Equal(2, PostFields.Of(await _blog.PostAsync(tip)).SeriesOrder);
        Assert.Equal("2", (await PageForm.OpenAsync(ada, WritersDesk.Edit(tip)))["Form.SeriesOrder"]);
    }

    private static string Prose(string html) => new HtmlParser().ParseDocument(html).QuerySelector(".post .prose, .preview .prose")!.InnerHtml;

    private static async Task<(string? Id, string? Published, string? Updated)> EntryAsync(HttpClient reader)
    {
        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = System.Xml.Linq.XDocument.Parse(await reader.GetStringAsync("/atom.xml")).Root!.Element(atom + "entry")!;
        return (entry.Element(atom + "id")?.Value, entry.Element(atom + "published")?.Value, entry.Element(atom + "updated")?.Value);
    }
}
