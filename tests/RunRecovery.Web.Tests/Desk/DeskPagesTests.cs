using System.Net;
using AngleSharp.Html.Parser;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>The list on the desk, what a file changed beside it, and the taxonomy.</summary>
public sealed class DeskPagesTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task The_desk_shows_what_is_live_scheduled_in_draft_and_finds_words()
    {
        using var ada = await _blog.SignedInAsync();
        await _blog.Save(APost("live", "Live one") with { Markdown = "About 100 % effort." });
        await _blog.Save(APost("planned", "Planned one") with { Date = Now.AddDays(2) });
        await _blog.Save(APost("drafted", "Drafted one") with { Draft = true });
        await _blog.Save(ATip("tip", "Tip one") with { ExpiresAt = Now.AddHours(-1) });
        await ada.WriteAsync(("Form.Title", "Written one"), ("Form.Markdown", "unheard word"));

        Assert.Equal(["Drafted one", "Live one", "Planned one", "Tip one", "Written one"], (await TitlesAsync(ada, "")).Order());
        Assert.Equal(["Live one"], await TitlesAsync(ada, "?state=live"));
        Assert.Equal(["Planned one"], await TitlesAsync(ada, "?state=scheduled"));
        Assert.Equal(["Drafted one", "Written one"], (await TitlesAsync(ada, "?state=draft")).Order());
        Assert.Equal(["Tip one"], await TitlesAsync(ada, "?state=expired"));
        Assert.Equal(["Tip one"], await TitlesAsync(ada, "?kind=tip"));
        Assert.Equal(["Written one"], await TitlesAsync(ada, "?q=UNHEARD"));
        Assert.Equal(["Live one"], await TitlesAsync(ada, "?q=100+%25"));
        Assert.Empty(await TitlesAsync(ada, "?q=unheard&state=live"));
        Assert.Contains("Nothing fits.", await ada.GetStringAsync("/admin?q=nowhere"), StringComparison.Ordinal);
        Assert.Contains("for 26 Nov 2026, 12:00", await ada.GetStringAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_asks_the_database_no_more_often_when_there_are_more_posts()
    {
        using var ada = await _blog.SignedInAsync();
        string[] pages = ["/admin", "/admin?q=post&state=live", "/admin/taxonomy", "/admin/posts/1", "/admin/posts/1/publish", "/admin/posts/1/revisions", "/admin/posts/1/conflict"];
        await Publish(1, 40);
        var few = await CountAsync();
        await Publish(41, 120);

        Assert.Equal(few, await CountAsync());
        Assert.All(few.Values, count => Assert.InRange(count, 1, 25));

        async Task Publish(int from, int to)
        {
            for (var number = from; number <= to; number++)
            {
                await _blog.Save(APost($"post-{number}") with { Tags = ["sleep", $"only {number}"], Series = "Weeks", SeriesOrder = number });
            }
        }

        async Task<Dictionary<string, int>> CountAsync()
        {
            var counts = new Dictionary<string, int>();
            foreach (var page in pages)
            {
                await ada.GetAsync(page);
                using var queries = new Queries(_blog.Data);
                Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync(page)).StatusCode);
                counts[page] = queries.Count;
            }

            return counts;
        }
    }

    [Theory]
    [InlineData("mine", "mine")]
    [InlineData("other", "from the file")]
    [InlineData("text", "both")]
    public async Task A_changed_file_and_an_edited_post_are_shown_side_by_side_and_decided(string take, string becomes)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"content-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(folder, "posts"));
        var file = Path.Combine(folder, "posts", "legs.md");
        await File.WriteAllTextAsync(file, "---\ntitle: Legs\ndate: 2026-11-01\n---\nas it began\n");
        await using var blog = new BlogApplication { Content = folder };
        using var ada = await blog.SignedInAsync();
        using var reader = blog.Browser();
        await ada.EditAsync(1, ("Form.Markdown", "mine"));
        await ada.PublishAsync(1, "Update", ("significant", "false"));
        await File.WriteAllTextAsync(file, "---\ntitle: Legs\ndate: 2026-11-01\n---\nfrom the file\n");
        await ImportAsync(blog, folder);

        Assert.Contains("mine", await reader.GetStringAsync("/posts/legs"), StringComparison.Ordinal);
        Assert.Contains("Two versions: decide", await ada.GetStringAsync("/admin?state=inconflict"), StringComparison.Ordinal);
        var page = await ada.GetStringAsync("/admin/posts/1/conflict");
        Assert.Contains("In the file", page, StringComparison.Ordinal);
        Assert.Contains("<mark>from the file", page, StringComparison.Ordinal);
        await PageForm.Read(ada, "/admin/posts/1/conflict", page, "form.card").With(("text", "both")).SendAsync(button: ("take", take));

        Assert.Equal(becomes, (await PageForm.OpenAsync(ada, WritersDesk.Edit(1)))["Form.Markdown"].Trim());
        Assert.DoesNotContain("Two versions", await ada.GetStringAsync("/admin"), StringComparison.Ordinal);
        await ada.PublishAsync(1, "Update", ("significant", "true"));
        Assert.Contains(becomes, await reader.GetStringAsync("/posts/legs"), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Topics_are_renamed_merged_and_deleted_with_what_that_touches()
    {
        using var eve = await _blog.SignedInAsync(Role.Editor);
        using var reader = _blog.Browser();
        await _blog.Save(APost("one") with { Tags = ["sleap", "rest"] });
        await _blog.Save(APost("two") with { Tags = ["sleap"], Draft = true });
        var (sleap, rest) = (await TagAsync("sleap"), await TagAsync("rest"));
        Assert.Contains("2 posts, 1 of them visible", await eve.GetStringAsync("/admin/taxonomy"), StringComparison.Ordinal);

        Assert.Contains("Another tag has this name", await (await DoAsync(sleap, "Rename", ("name", "rest"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("value=\"rest\"", await (await DoAsync(sleap, "Rename", ("name", "rest"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var name in new[] { "", " ", new string('n', 300), "?!" })
        {
            Assert.Contains("notice-problem", await (await DoAsync(sleap, "Rename", ("name", name))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await DoAsync(sleap, "Rename", ("name", "sleep"));
        Assert.Contains("Renamed. 2 posts have the new name", await eve.GetStringAsync($"/admin/taxonomy/{sleap}"), StringComparison.Ordinal);
        Assert.Equal("/tags/sleep", (await reader.GetAsync("/tags/sleap")).Headers.Location?.OriginalString);

        Assert.Contains("Choose another one", await (await DoAsync(sleap, "Merge", ("into", $"{sleap}"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Choose another one", await (await DoAsync(sleap, "Merge", ("into", "999"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await DoAsync(sleap, "Merge", ("into", $"{rest}"));
        Assert.Contains("2 posts moved, 2 redirects made.", await eve.GetStringAsync($"/admin/taxonomy/{rest}"), StringComparison.Ordinal);
        Assert.Equal("/tags/rest", (await reader.GetAsync("/tags/sleap")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await DoAsync(rest, "Rename", sleap, ("name", "x"))).StatusCode);

        await DoAsync(rest, "Delete");
        Assert.Contains("was taken from 2 posts", await eve.GetStringAsync("/admin/taxonomy"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync("/tags/rest")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/posts/one")).StatusCode);

        async Task<HttpResponseMessage> DoAsync(int term, string deed, params object[] more)
        {
            var (at, fields) = more is [int other, ..] ? (other, more[1..]) : (term, more);
            return await eve.PostFormAsync($"/admin/taxonomy/{term}", $"/admin/taxonomy/{at}?handler={deed}", [.. fields.Cast<(string, string)>()]);
        }
    }

    [Fact]
    public async Task The_order_of_a_series_is_changed_and_what_is_no_number_is_said()
    {
        using var eve = await _blog.SignedInAsync(Role.Editor);
        using var reader = _blog.Browser();
        var one = await _blog.Save(APost("one", "Part one") with { Series = "Weeks", SeriesOrder = 1 });
        var two = await _blog.Save(APost("two", "Part two") with { Series = "Weeks", SeriesOrder = 2 });
        var series = $"/admin/taxonomy/{(await _blog.Ask<TaxonomyService, IReadOnlyList<Term>>(t => t.AllAsync(TermKind.Series)))[0].Id}";

        var refused = await eve.PostFormAsync(series, $"{series}?handler=Order", ($"places[{one.PostId}]", "first"), ($"places[{two.PostId}]", "7"));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Nothing was saved: the place of a part is a whole number", page, StringComparison.Ordinal);
        Assert.Contains("value=\"first\"", page, StringComparison.Ordinal);
        Assert.Equal(1, PostFields.Of(await _blog.PostAsync(one.PostId)).SeriesOrder);

        await eve.PostFormAsync(series, $"{series}?handler=Order", ($"places[{one.PostId}]", "3"), ($"places[{two.PostId}]", "-2"), ("places[999]", "1"));
        Assert.Contains("The order is saved.", await eve.GetStringAsync(series), StringComparison.Ordinal);
        Assert.Matches("(?s)Part two.*Part one", await reader.GetStringAsync("/series/weeks"));
        Assert.Equal(2, (await _blog.PostAsync(two.PostId)).Revisions.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await eve.PostFormAsync(series, "/admin/taxonomy/999?handler=Order", ("places[1]", "1"))).StatusCode);
    }

    private async Task<int> TagAsync(string name) => (await _blog.Ask<TaxonomyService, IReadOnlyList<Term>>(t => t.AllAsync(TermKind.Tag))).Single(t => t.Name == name).Id;

    private static async Task<List<string>> TitlesAsync(HttpClient client, string query) =>
        [.. new HtmlParser().ParseDocument(await client.GetStringAsync($"/admin{query}")).QuerySelectorAll(".desk-line-title").Select(e => e.TextContent)];

    private static Task<RunRecovery.Core.Content.ImportReport> ImportAsync(BlogApplication blog, string folder) =>
        blog.Ask<RunRecovery.Core.Content.ContentImporter, RunRecovery.Core.Content.ImportReport>(importer => importer.ImportAsync(folder));
}
