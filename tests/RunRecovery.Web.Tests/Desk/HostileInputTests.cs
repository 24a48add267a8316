using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>Whatever is typed or sent: a clear message, the text still in the editor, and nothing that was not asked for.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const string Markup = "'\"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;";

    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData("Sleep reduces soreness. ", 5)]
    [InlineData("Девять мегабайт <слов>. ", 9)]
    public async Task A_text_too_long_to_be_published_is_kept(string words, int megabytes)
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        var text = string.Concat(Enumerable.Repeat(words + "\r\n", megabytes * 1024 * 1024 / System.Text.Encoding.UTF8.GetByteCount(words + "\r\n")));

        var answer = await (await PageForm.OpenAsync(ada, WritersDesk.New)).With(("Form.Title", "Long"), ("Form.Markdown", text)).SendAsync();

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("text: at most 1,048,576 bytes are allowed.", page, StringComparison.Ordinal);
        Assert.Contains("Your text is kept.", page, StringComparison.Ordinal);
        var form = PageForm.Read(ada, "", page);
        Assert.Equal(text, form["Form.Markdown"]);
        var post = await _blog.Ask<BlogContext, int>(db => db.WorkingCopies.Select(c => c.PostId).SingleAsync());
        Assert.Equal(text.ReplaceLineEndings("\n"), (await _blog.CopyAsync(post))!.Markdown);
        var publish = await ada.GetStringAsync(WritersDesk.Publish(post));
        Assert.Contains("at most 1,048,576 bytes", publish, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish now", publish, StringComparison.Ordinal);
        // Nobody reads the claims of five megabytes, nor waits while they are looked for.
        Assert.DoesNotContain("sounds like a claim", publish, StringComparison.Ordinal);

        var details = await PageForm.Read(ada, WritersDesk.Publish(post), publish, "#details").With(("Form.Description", "long")).SendAsync();
        Assert.Contains("at most 1,048,576 bytes", await details.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await form.With(("Form.Markdown", "short")).SendAsync()).StatusCode);
        Assert.Equal(("short", "long"), ((await _blog.PostAsync(post)).Markdown, (await _blog.PostAsync(post)).Description));
    }

    [Fact]
    public async Task A_text_beyond_ten_megabytes_is_refused_and_stays_in_the_form_with_what_it_is_based_on()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        var post = await ada.WriteAsync(("Form.Title", "Long"), ("Form.Markdown", "short"));
        var form = await PageForm.OpenAsync(ada, WritersDesk.Edit(post));
        var text = new string('a', WorkingCopies.MaxBytes + 1);
        await ada.EditAsync(post, ("Form.Markdown", "written meanwhile"));

        var answer = await form.With(("Form.Markdown", text)).SendAsync();

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("more than 10 MB", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was saved.", page, StringComparison.Ordinal);
        var again = PageForm.Read(ada, WritersDesk.Edit(post), page);
        Assert.Equal(text, again["Form.Markdown"]);
        Assert.Equal($"/admin/posts/{post}/conflict", (await again.With(("Form.Markdown", "cut")).SendAsync()).Headers.Location?.OriginalString);
        Assert.Equal("written meanwhile", (await _blog.PostAsync(post)).Markdown);
    }

    private static readonly (PostKind Kind, string Field, string Value, string Words)[] Refused =
    [
        (PostKind.Post, "Form.Title", new string('t', 1000), "title: wanted 1 to 300 characters, found 1000."),
        (PostKind.Post, "Form.Slug", "taken", "slug: the address /posts/taken is, or once was, that of another post"),
        (PostKind.Post, "Form.Slug", "../../etc", "slug: '../../etc' is not allowed"),
        (PostKind.Post, "Form.Slug", new string('s', 121), "at most 120 characters"),
        (PostKind.Page, "Form.Slug", "admin", "slug: 'admin' is reserved for the program"),
        (PostKind.Page, "Form.Slug", "tags", "slug: 'tags' is reserved for the program"),
        (PostKind.Page, "Form.Slug", "posts", "slug: 'posts' is reserved for the program"),
        (PostKind.Post, "Form.Slug", "admin", ""),
        (PostKind.Post, "Form.Language", "english", "lang: 'english' is no language tag"),
        (PostKind.Tip, "Form.Grade", "gigantic", "grade: 'gigantic' is unknown"),
        (PostKind.Tip, "Form.Phase", "limbo", "phase: 'limbo' is unknown"),
        (PostKind.Post, "Form.SeriesOrder", "99999999999", "series order: '99999999999' is no number"),
        (PostKind.Post, "Form.ReviewedOn", "2026-02-30", "reviewed on: '2026-02-30' is no day"),
        (PostKind.Post, "Form.ExpiresAt", "2026-02-30T10:00", "hidden from: '2026-02-30T10:00' is no time"),
        (PostKind.Post, "Form.ExpiresAt", "9999-12-31T23:59", "expiryDate: 9999-12-31 is out of range"),
        (PostKind.Post, "Form.ImageAlt", "a graph", "image: it is described and has no address"),
        (PostKind.Post, "Form.VideoTranscript", "words", "video: it is described and has no address"),
        (PostKind.Post, "Form.Tags", new string('t', 500), "characters"),
    ];

    [Fact]
    public async Task What_cannot_be_saved_is_said_and_comes_back()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        await ada.WriteAndPublishAsync(("Form.Title", "Taken"), ("Form.Slug", "taken"));

        await Assert.AllAsync(Refused, wrong => AssertSaidAsync(ada, wrong.Kind, wrong.Field, wrong.Value, wrong.Words));
    }

    private static async Task AssertSaidAsync(HttpClient ada, PostKind kind, string field, string value, string words)
    {
        var form = (await PageForm.OpenAsync(ada, $"{WritersDesk.New}?kind={kind}")).With(("Form.Title", "Mine"), ("Form.Markdown", "My text")).With((field, value));
        var answer = await form.SendAsync();

        if (words == "")
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return;
        }

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, new HtmlParser().ParseDocument(page).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var again = PageForm.Read(ada, "", page);
        Assert.Equal("My text", again["Form.Markdown"]);
        if (field is not "Form.Grade" and not "Form.Phase")
        {
            Assert.Equal(value, again[field]);
        }

        Assert.Equal("My text", (await PageForm.OpenAsync(ada, again.Action))["Form.Markdown"]);
    }

    [Fact]
    public async Task An_address_that_was_another_post_s_once_is_never_given_away()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        var moved = await ada.WriteAndPublishAsync(("Form.Title", "Once taken"), ("Form.Slug", "once-taken"));
        await ada.EditAsync(moved, ("Form.Slug", "moved"));
        await ada.PublishAsync(moved, "Update", ("significant", "false"));

        var post = await ada.WriteAsync(("Form.Title", "Mine"), ("Form.Slug", "once-taken"));

        var page = await ada.GetStringAsync(WritersDesk.Publish(post));
        Assert.Contains("/posts/once-taken is, or once was, that of another post; choose another one.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish now", page, StringComparison.Ordinal);
        var details = PageForm.Read(ada, "", page, "#details");
        var forced = await ada.PostFormAsync(WritersDesk.Publish(post), $"{WritersDesk.Publish(post)}?handler=Now", ("stamp", details["Form.Stamp"]));
        Assert.Contains("slug: the address /posts/once-taken is, or once was", await forced.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_any_field_is_text_everywhere()
    {
        using var ada = await _blog.SignedInAsync();
        using var reader = _blog.Browser();
        string[] bad = ["Slug", "Language", "SeriesOrder", "ReviewedOn", "ExpiresAt", "Phase", "Grade"];
        string[] free = ["Title", "Markdown", "Description", "Summary", "Categories", "Tags", "Series", "ImageSrc", "ImageAlt", "ImageCaption", "VideoUrl", "VideoPoster", "VideoCaptions", "VideoTranscript", "VideoDuration", "Author", "CanonicalUrl", "Sources", "ReviewedBy", "AppliesTo"];

        var form = await PageForm.OpenAsync(ada, $"{WritersDesk.New}?kind=tip");
        var refused = await form.With([.. bad.Concat(free).Select(name => ($"Form.{name}", Markup))]).SendAsync();
        AssertHarmless("refused", await refused.Content.ReadAsStringAsync());
        var again = PageForm.Read(ada, "", await refused.Content.ReadAsStringAsync());
        Assert.All(bad.Concat(free).Except(["Phase", "Grade"]), name => Assert.Equal((name, Markup), (name, again[$"Form.{name}"])));

        foreach (var kind in Enum.GetValues<PostKind>())
        {
            var fields = free.Where(name => name is not "AppliesTo" || kind == PostKind.Tip).Where(name => name is not ("Categories" or "Tags" or "Series") || kind != PostKind.Page);
            var post = await ada.WriteKindAsync(kind, [.. fields.Select(name => ($"Form.{name}", Markup)), ("Form.Slug", $"marked-{kind}".ToLowerInvariant())]);
            var share = await ada.PostFormAsync($"/admin/posts/{post}/share", ("days", "7"));
            var shared = new HtmlParser().ParseDocument(await ada.GetStringAsync(share.Headers.Location!.OriginalString)).QuerySelector("#address")!.GetAttribute("value")!;
            await ada.PublishAsync(post);
            var (first, second) = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)), await PageForm.OpenAsync(ada, WritersDesk.Edit(post)));
            await first.With(("Form.Markdown", Markup + " first")).SendAsync();
            await second.With(("Form.Markdown", Markup + " second"), ("Form.Title", Markup + " second")).SendAsync();

            List<string> pages = ["/admin", $"/admin?q={Uri.EscapeDataString(Markup)}", shared, Links.Of(await _blog.PostAsync(post)), "/", "/tips", "/archive", "/categories", "/tags", "/series", "/admin/taxonomy", .. new[] { "", "/publish", "/revisions", "/conflict", "/share", "/delete" }.Select(part => WritersDesk.Edit(post) + part)];
            pages.AddRange((await _blog.PostAsync(post)).Revisions.Select(r => $"/admin/posts/{post}/revisions/{r.Id}?now=true"));
            pages.AddRange((await _blog.PostAsync(post)).Terms.SelectMany(t => new[] { Links.Of(t.Term), $"/admin/taxonomy/{t.TermId}" }));
            foreach (var page in pages)
            {
                var answer = await ada.GetAsync(page);
                Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
                AssertHarmless(page, await answer.Content.ReadAsStringAsync());
            }
        }

        Assert.Equal(Markup, System.Xml.Linq.XDocument.Parse(await reader.GetStringAsync("/atom.xml")).Descendants("{http://www.w3.org/2005/Atom}entry").First().Element("{http://www.w3.org/2005/Atom}title")!.Value.Replace("&amp;lt;", "&lt;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_on_the_form_is_taken_from_it()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var ben = await _blog.SignedInAsync(Role.Author, "Ben");
        var fields = new PostFields { Kind = PostKind.Page, Title = "", Slug = "", Markdown = "", FeedId = "urn:forged", Date = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc), Draft = false, UpdatedAt = new DateTime(2002, 1, 1, 0, 0, 0, DateTimeKind.Utc), Aliases = ["/posts/stolen"], Comments = false, UnknownFrontMatter = "forged: true" };
        var ids = await _blog.Ask<BlogContext, Dictionary<string, int>>(db => db.Accounts.ToDictionaryAsync(a => a.UserName!, a => a.Id));
        (string, string)[] forged = [("Form.FeedId", "urn:forged"), ("Form.Date", "2001-01-01"), ("Form.Draft", "false"), ("OwnerId", $"{ids["Ben"]}"), ("Form.OwnerId", $"{ids["Ben"]}"), ("Form.Version", "99"), ("Form.PublishedAt", "2001-01-01"), ("Form.Start", PostFieldsJson.Write(fields))];

        var post = await WriteForged(WritersDesk.New, null);
        await AssertUntouched();
        await WriteForged(WritersDesk.Edit(post), "Again");
        await AssertUntouched();
        await ada.PublishAsync(post);
        var published = await _blog.PostAsync(post);
        await WriteForged(WritersDesk.Edit(post), "Live");
        await ada.PublishAsync(post, "Update", ("significant", "false"));
        var updated = await _blog.PostAsync(post);
        Assert.Equal((published.FeedId, published.PublishedAt, published.UpdatedAt, published.Kind, true), (updated.FeedId, updated.PublishedAt, updated.UpdatedAt, updated.Kind, updated.Comments));
        Assert.Single(updated.Addresses);
        Assert.Equal("Live", updated.Title);

        async Task<int> WriteForged(string page, string? title)
        {
            var form = (await PageForm.OpenAsync(ada, page)).With(("Form.Title", title ?? "Mine"));
            foreach (var (name, value) in forged)
            {
                form.Forge(name, value);
            }

            Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync()).StatusCode);
            return await _blog.Ask<BlogContext, int>(db => db.Posts.Select(p => p.Id).SingleAsync());
        }

        async Task AssertUntouched()
        {
            var now = await _blog.PostAsync(post);
            Assert.Equal((PostKind.Post, null, null, true, null, 0), (now.Kind, now.PublishedAt, now.UpdatedAt, now.Comments, now.UnknownFrontMatter, now.Addresses.Count));
            Assert.StartsWith("urn:uuid:", now.FeedId, StringComparison.Ordinal);
            Assert.Equal(ids["Ada"], now.OwnerId);
        }
    }

    private static readonly string[] Forged =
    [
        "null",
        "[]",
        "{}",
        "{\"Kind\":99,\"Title\":\"\",\"Slug\":\"\",\"Markdown\":\"\"}",
        "{\"Kind\":0,\"Title\":null,\"Slug\":\"\",\"Markdown\":\"\"}",
        "{\"Kind\":0,\"Title\":\"\",\"Slug\":\"\",\"Markdown\":null}",
        "{\"Kind\":0,\"Title\":\"\",\"Slug\":\"\",\"Markdown\":\"\",\"Tags\":null}",
        "{\"Kind\":0,\"Title\":\"\",\"Slug\":\"\",\"Markdown\":\"\",\"Tags\":[null]}",
        "{\"Kind\":0,\"Title\":\"\",\"Slug\":\"\",\"Markdown\":\"\",\"Image\":{}}",
        "{\"Kind\":0,\"Title\":\"\\ud800\",\"Slug\":\"\",\"Markdown\":\"\"}",
        "{\"Kind\":0,\"Title\":\"\",\"Slug\":\"\",\"Markdown\":\"\",\"ExpiresAt\":\"9999-12-31T23:59:59\"}",
        "{\"Kind\":0,\"Title\":\"\",\"Slug\":\"\",\"Markdown\":\"\",\"ExpiresAt\":\"0001-01-01T00:00:00\"}",
        "not JSON",
    ];

    [Fact]
    public async Task A_forged_beginning_is_none()
    {
        using var ada = await _blog.SignedInAsync();
        await Assert.AllAsync(Forged, async start =>
        {
            var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "one"));

            foreach (var page in new[] { WritersDesk.New, WritersDesk.Edit(post) })
            {
                var form = (await PageForm.OpenAsync(ada, page)).With(("Form.Start", start), ("Form.Markdown", "two"), ("Form.Tags", "a")).Forge("Form.Kind", "99").Forge("Form.CopyId", "-1").Forge("Form.Tick", "99999999999999999999");
                Assert.Equal((page, HttpStatusCode.Redirect), (page, (await form.SendAsync()).StatusCode));
                Assert.Equal(HttpStatusCode.OK, (await form.SendAsync("/admin/posts/preview")).StatusCode);
            }

            Assert.Equal("two", (await _blog.PostAsync(post)).Markdown);
        });
        Assert.All(await _blog.Ask<BlogContext, List<PostKind>>(db => db.Posts.Select(p => p.Kind).ToListAsync()), kind => Assert.Equal(PostKind.Post, kind));
    }

    [Theory]
    [InlineData("WorkingCopies", "Nothing was saved.")]
    [InlineData("PostRevisions", "Your text is kept.")]
    public async Task A_full_disk_gives_the_text_back_with_the_reason(string table, string words)
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "one"));
        var form = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post))).With(("Form.Markdown", "written for an hour"));
        await ExecuteAsync($"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");

        var answer = await form.SendAsync();
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("database or disk is full", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        var again = PageForm.Read(ada, WritersDesk.Edit(post), page);
        Assert.Equal("written for an hour", again["Form.Markdown"]);
        var begun = await (await PageForm.OpenAsync(ada, WritersDesk.New)).With(("Form.Markdown", "a new one")).SendAsync();
        Assert.Contains("a new one</textarea>", await begun.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await ExecuteAsync("DROP TRIGGER full");
        Assert.Equal(HttpStatusCode.Redirect, (await again.With(("Form.Markdown", "written for two hours")).SendAsync()).StatusCode);
        Assert.Equal("written for two hours", (await _blog.PostAsync(post)).Markdown);
    }

    [Fact]
    public async Task Signs_that_are_none_stand_in_no_way()
    {
        using var ada = await _blog.SignedInAsync();
        using var reader = _blog.Browser();

        var post = await ada.WriteAndPublishAsync(("Form.Title", "Le\0gs \ud800"), ("Form.Markdown", "\r\none\rtwo\r\n\0three \ud800 \u0001\ufeff"), ("Form.Tags", "t\0ag"), ("Form.Description", "a\0b\r\nc"));

        Assert.Equal("one\ntwo\n\ufffdthree \ufffd \u0001\ufeff", (await _blog.PostAsync(post)).Markdown);
        Assert.Equal(HttpStatusCode.Redirect, (await (await PageForm.OpenAsync(ada, WritersDesk.Edit(post))).SendAsync()).StatusCode);
        Assert.Null((await _blog.CopyAsync(post))?.Markdown);
        foreach (var page in new[] { "/", "/posts/le-gs", "/tags" })
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await reader.GetAsync(page)).StatusCode));
        }

        System.Xml.Linq.XDocument.Parse(await reader.GetStringAsync("/atom.xml"));
    }

    private static readonly (string Address, HttpStatusCode Status)[] OutOfRange =
    [
        ("/admin?number=-5", HttpStatusCode.NotFound),
        ("/admin?number=0", HttpStatusCode.NotFound),
        ("/admin?number=2147483647", HttpStatusCode.NotFound),
        ("/admin?number=99999999999", HttpStatusCode.OK),
        ("/admin?state=nonsense&kind=99", HttpStatusCode.OK),
        ("/admin?q=%00%25_%5C%22%27", HttpStatusCode.OK),
        ("/admin/posts/new?kind=99", HttpStatusCode.OK),
        ("/admin/posts/new?kind=-1", HttpStatusCode.OK),
        ("/admin/posts/99999", HttpStatusCode.NotFound),
        ("/admin/posts/-1", HttpStatusCode.NotFound),
        ("/admin/posts/0/publish", HttpStatusCode.NotFound),
        ("/admin/posts/99999999999", HttpStatusCode.NotFound),
        ("/admin/posts/1?copy=-1", HttpStatusCode.NotFound),
        ("/admin/posts/1?copy=99", HttpStatusCode.NotFound),
        ("/admin/posts/1/revisions/99", HttpStatusCode.NotFound),
        ("/admin/posts/1/revisions/-1", HttpStatusCode.NotFound),
        ("/admin/posts/1/revisions/1?now=perhaps", HttpStatusCode.OK),
        ("/admin/posts/2/revisions/1", HttpStatusCode.NotFound),
        ("/admin/taxonomy?kind=99", HttpStatusCode.OK),
        ("/admin/taxonomy/99", HttpStatusCode.NotFound),
        ("/admin/taxonomy/-1", HttpStatusCode.NotFound),
    ];

    [Fact]
    public async Task Numbers_out_of_any_range_are_answered()
    {
        using var ada = await _blog.SignedInAsync();
        await ada.WriteAsync(("Form.Title", "Legs"));

        await Assert.AllAsync(OutOfRange, async asked => Assert.Equal(asked.Status, (await ada.GetAsync(asked.Address)).StatusCode));
    }

    /// <summary>No handler, no script of ours in the page, no address that runs.</summary>
    private static void AssertHarmless(string name, string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            Assert.False(element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)), $"{name}: {element.OuterHtml}");
            Assert.False(element.LocalName == "script" && !element.HasAttribute("src") && element.GetAttribute("type") != "application/ld+json", $"{name}: {element.OuterHtml}");
            Assert.False(element.LocalName == "img" && element.GetAttribute("src") == "x", $"{name}: {element.OuterHtml}");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_blog.Data, "runrecovery.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
