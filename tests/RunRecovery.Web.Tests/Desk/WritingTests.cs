using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>The editor, without script.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task A_post_is_written_previewed_saved_and_published_without_script()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var form = (await PageForm.OpenAsync(ada, WritersDesk.New)).With(("Form.Title", "Heavy legs"), ("Form.Markdown", "They **pass**."));

        var preview = await form.SendAsync("/admin/posts/preview");
        Assert.Contains("<strong>pass</strong>", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _blog.Ask<BlogContext, int>(db => db.Posts.CountAsync()));

        var saved = await form.SendAsync(button: ("then", "publish"));
        var publish = saved.Headers.Location!.OriginalString;
        Assert.Matches(@"^/admin/posts/\d+/publish$", publish);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/posts/heavy-legs")).StatusCode);

        Assert.Equal(publish, (await (await PageForm.OpenAsync(ada, publish, "form[action$='handler=Now']")).SendAsync()).Headers.Location?.OriginalString);
        Assert.Contains("<strong>pass</strong>", await reader.GetStringAsync("/posts/heavy-legs"), StringComparison.Ordinal);
        Assert.Contains("Published: readers see it now.", await ada.GetStringAsync(publish), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_required_before_saving()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);

        var post = await ada.WriteAsync();

        var page = await ada.GetStringAsync(WritersDesk.Edit(post));
        Assert.Contains("Saved.", page, StringComparison.Ordinal);
        Assert.Equal(("", ""), (PageForm.Read(ada, "", page)["Form.Title"], PageForm.Read(ada, "", page)["Form.Slug"]));
        Assert.Contains("The post has no title yet.", await ada.GetStringAsync(WritersDesk.Publish(post)), StringComparison.Ordinal);
        Assert.DoesNotContain("Publish now", await ada.GetStringAsync(WritersDesk.Publish(post)), StringComparison.Ordinal);
        Assert.Contains("Untitled", await ada.GetStringAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_save_is_a_revision_with_its_differences_and_the_way_back_is_one_too()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "Heavy legs are normal."));
        await ada.EditAsync(post, ("Form.Markdown", "Heavy legs are quite normal."), ("Form.Description", "Why"));

        var list = await ada.GetStringAsync($"/admin/posts/{post}/revisions");
        var revisions = (await _blog.PostAsync(post)).Revisions.OrderBy(r => r.Id).ToList();
        Assert.All(revisions, r => Assert.Contains($"/revisions/{r.Id}\"", list, StringComparison.Ordinal));
        Assert.Contains("by Ada", list, StringComparison.Ordinal);
        var changed = await ada.GetStringAsync($"/admin/posts/{post}/revisions/{revisions[^1].Id}");
        Assert.Contains("Heavy legs are </span><ins>quite </ins><span>normal.</span>", changed, StringComparison.Ordinal);
        Assert.Contains("<ins>Why</ins>", changed, StringComparison.Ordinal);

        var earlier = $"/admin/posts/{post}/revisions/{revisions[^2].Id}";
        Assert.Contains("<ins>quite </ins>", await ada.GetStringAsync($"{earlier}?now=true"), StringComparison.Ordinal);
        Assert.Equal(WritersDesk.Edit(post), (await ada.PostFormAsync(earlier)).Headers.Location?.OriginalString);

        Assert.Equal("Heavy legs are normal.", (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)))["Form.Markdown"]);
        Assert.Equal(RevisionOrigin.Restored, (await _blog.PostAsync(post)).Revisions.MaxBy(r => r.Id)!.Origin);
    }

    [Fact]
    public async Task A_second_tab_is_merged_where_it_is_clean()
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "one\n\ntwo\n\nthree"));
        var (first, second) = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)), await PageForm.OpenAsync(ada, WritersDesk.Edit(post)));

        await first.With(("Form.Markdown", "ONE\r\n\r\ntwo\r\n\r\nthree")).SendAsync();
        await second.With(("Form.Markdown", "one\r\n\r\ntwo\r\n\r\nTHREE")).SendAsync();

        Assert.Equal("ONE\n\ntwo\n\nTHREE", (await _blog.PostAsync(post)).Markdown);
        Assert.Contains("both are in the text now", await ada.GetStringAsync(WritersDesk.Edit(post)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_merged_stays_also_when_something_else_stands_in_the_way()
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "one\n\ntwo\n\nthree"));
        var (first, second) = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)), await PageForm.OpenAsync(ada, WritersDesk.Edit(post)));
        await first.With(("Form.Markdown", "ONE\r\n\r\ntwo\r\n\r\nthree")).SendAsync();

        var refused = await second.With(("Form.Markdown", "one\r\n\r\ntwo\r\n\r\nTHREE"), ("Form.SeriesOrder", "third")).SendAsync();
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("&#x27;third&#x27; is no number", page, StringComparison.Ordinal);
        var again = PageForm.Read(ada, WritersDesk.Edit(post), page);
        Assert.Equal("third", again["Form.SeriesOrder"]);
        await again.With(("Form.SeriesOrder", "3")).SendAsync();

        Assert.Equal("ONE\n\ntwo\n\nTHREE", (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)))["Form.Markdown"].ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Two_changes_of_one_line_are_shown_side_by_side_and_decided()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var eve = await _blog.SignedInAsync(Role.Editor, "Eve");
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "one"));
        var (first, second) = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)), await PageForm.OpenAsync(eve, WritersDesk.Edit(post)));
        await first.With(("Form.Markdown", "one, by Ada")).SendAsync();

        var parted = await second.With(("Form.Markdown", "one, by Eve")).SendAsync();

        var conflict = $"/admin/posts/{post}/conflict";
        Assert.Equal(conflict, parted.Headers.Location?.OriginalString);
        var page = await eve.GetStringAsync(conflict);
        Assert.Contains("by </span><mark>Ada</mark>", page, StringComparison.Ordinal);
        Assert.Contains("by </span><mark>Eve</mark>", page, StringComparison.Ordinal);
        Assert.Contains("Two versions: decide", await ada.GetStringAsync("/admin?state=inconflict"), StringComparison.Ordinal);
        Assert.Contains("There is another version", await ada.GetStringAsync(WritersDesk.Edit(post)), StringComparison.Ordinal);

        var decide = await PageForm.OpenAsync(eve, conflict, "form.card");
        Assert.Equal(WritersDesk.Edit(post), (await decide.With(("text", "one, by both")).SendAsync(button: ("take", "text"))).Headers.Location?.OriginalString);
        Assert.Equal("one, by both", (await _blog.CopyAsync(post))!.Markdown);
        Assert.Contains("There is only one version", await eve.GetStringAsync(conflict), StringComparison.Ordinal);

        var late = await decide.With(("text", "put together twice")).SendAsync(button: ("take", "text"));
        Assert.Contains("put together twice", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("one, by both", (await _blog.CopyAsync(post))!.Markdown);
    }

    [Fact]
    public async Task What_is_written_beside_another_version_stays_beside_it()
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "one"));
        var (first, second) = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)), await PageForm.OpenAsync(ada, WritersDesk.Edit(post)));
        await first.With(("Form.Markdown", "first")).SendAsync();
        await second.With(("Form.Markdown", "second")).SendAsync();
        var beside = await _blog.Ask<BlogContext, int>(db => db.WorkingCopies.Where(c => c.IsBeside).Select(c => c.Id).SingleAsync());

        var saved = await (await PageForm.OpenAsync(ada, $"{WritersDesk.Edit(post)}?copy={beside}")).With(("Form.Markdown", "second, more")).SendAsync(button: ("then", "publish"));

        Assert.Equal($"/admin/posts/{post}/conflict", saved.Headers.Location?.OriginalString);
        Assert.Equal("first", (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)))["Form.Markdown"]);
        Assert.Equal("second, more", (await PageForm.OpenAsync(ada, $"{WritersDesk.Edit(post)}?copy={beside}"))["Form.Markdown"]);
    }

    [Fact]
    public async Task A_file_that_came_in_between_is_merged_or_parted_and_never_overwritten()
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAndPublishAsync(("Form.Title", "Legs"), ("Form.Markdown", "one\n\ntwo\n\nthree"));
        var (clean, same) = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)), await PageForm.OpenAsync(ada, WritersDesk.Edit(post)));
        await _blog.ImportAsync(post, f => f with { Markdown = "FILE\n\ntwo\n\nthree", Tags = ["from a file"] });

        await clean.With(("Form.Markdown", "one\r\n\r\ntwo\r\n\r\nTHREE")).SendAsync();
        Assert.Equal("FILE\n\ntwo\n\nTHREE", (await _blog.CopyAsync(post))!.Markdown);
        Assert.Equal(["from a file"], (await _blog.CopyAsync(post))!.Tags);
        var parted = await same.With(("Form.Markdown", "mine\r\n\r\ntwo\r\n\r\nthree")).SendAsync();

        Assert.Equal($"/admin/posts/{post}/conflict", parted.Headers.Location?.OriginalString);
        Assert.Equal("FILE\n\ntwo\n\nTHREE", (await _blog.CopyAsync(post))!.Markdown);
        Assert.Contains("<mark>mine", await ada.GetStringAsync($"/admin/posts/{post}/conflict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_left_open_goes_on_after_its_author_has_signed_in_again()
    {
        var cookies = new CookieJar();
        using var ada = await _blog.SignedInAsync(Role.Author, cookies: cookies);
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "before"));
        var left = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post))).With(("Form.Markdown", "after two weeks"));
        _blog.Clock.Advance(TimeSpan.FromDays(15));

        var outside = await left.SendAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, outside.StatusCode);
        Assert.Contains("Sign in in another tab, then come back here and reload this page", await outside.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await ada.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password));

        Assert.Equal(WritersDesk.Edit(post), (await left.SendAsync()).Headers.Location?.OriginalString);
        Assert.Equal("after two weeks", (await _blog.PostAsync(post)).Markdown);
    }

    [Fact]
    public async Task The_door_of_the_script_says_what_became_of_a_text()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var stranger = _blog.Visitor();
        var form = (await PageForm.OpenAsync(ada, WritersDesk.New)).With(("Form.Title", "Legs"), ("Form.Markdown", "one")).Forge("Form.Window", "w1").Forge("Form.Tick", "1");

        var kept = await JsonOf(await form.SendAsync("/admin/posts/keep"));
        Assert.Equal("kept", kept.GetProperty("result").GetString());
        var post = kept.GetProperty("post").GetInt32();
        Assert.Equal($"/admin/posts/{post}", kept.GetProperty("edit").GetString());
        Assert.Equal("one", (await _blog.CopyAsync(post))!.Markdown);

        var saved = await JsonOf(await form.Forge("Form.Markdown", "two").Forge("Form.Tick", "2").SendAsync($"/admin/posts/keep?id={post}&save=true"));
        Assert.Equal("saved", saved.GetProperty("result").GetString());
        Assert.Equal("two", (await _blog.PostAsync(post)).Markdown);

        Assert.Equal(HttpStatusCode.NotFound, (await form.SendAsync("/admin/posts/keep?id=99999")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostWith(stranger, form)).StatusCode);
        Assert.NotEmpty((await JsonOf(await ada.GetAsync("/admin/posts/keep"))).GetProperty("token").GetString()!);
        Assert.Equal("no-store", (await ada.GetAsync("/admin/posts/keep")).Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_script_is_told_when_its_text_stands_beside_another_one()
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "one"));
        var (first, second) = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)), await PageForm.OpenAsync(ada, WritersDesk.Edit(post)));
        await first.With(("Form.Markdown", "first")).SendAsync();

        var parted = await JsonOf(await second.With(("Form.Markdown", "second")).Forge("Form.Window", "w2").Forge("Form.Tick", "1").SendAsync($"/admin/posts/keep?id={post}"));
        var saved = await JsonOf(await second.With(("Form.Markdown", "second, more")).Forge("Form.Tick", "2").Forge("Form.CopyId", $"{parted.GetProperty("copy").GetInt32()}").SendAsync($"/admin/posts/keep?id={post}&save=true"));

        Assert.Equal(("parted", "parted"), (parted.GetProperty("result").GetString(), saved.GetProperty("result").GetString()));
        Assert.Equal(parted.GetProperty("copy").GetInt32(), saved.GetProperty("copy").GetInt32());
        Assert.Equal("first", (await PageForm.OpenAsync(ada, WritersDesk.Edit(post)))["Form.Markdown"]);
    }

    private static Task<HttpResponseMessage> PostWith(HttpClient client, PageForm form) =>
        client.PostAsync("/admin/posts/keep", new FormUrlEncodedContent([KeyValuePair.Create("Form.Markdown", form["Form.Markdown"])]));

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
