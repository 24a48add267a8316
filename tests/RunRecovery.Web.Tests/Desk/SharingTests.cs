using System.Net;
using AngleSharp.Html.Parser;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>A draft, shown to whoever has the link.</summary>
public sealed class SharingTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task A_link_shows_what_is_on_the_desk_and_nothing_of_it_is_kept_or_told()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var post = await ada.WriteAndPublishAsync(("Form.Title", "Legs"), ("Form.Markdown", "what readers see"));
        await ada.EditAsync(post, ("Form.Title", "Heavy legs"), ("Form.Markdown", "what is **written**"));
        var link = await ShareAsync(ada, post);

        var answer = await reader.GetAsync(link);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("what is <strong>written</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Heavy legs</h1>", page, StringComparison.Ordinal);
        Assert.Contains("This link works until 1 Dec 2026, 12:00 (UTC).", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(("noindex, nofollow", "no-referrer"), (answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(new HtmlParser().ParseDocument(page).QuerySelectorAll("link[rel=canonical], meta[property^='og:']"), e => e.OuterHtml.Contains("key=", StringComparison.Ordinal));

        await ada.EditAsync(post, ("Form.Markdown", "written on"));
        Assert.Contains("written on", await reader.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Contains("what readers see", await reader.GetStringAsync("/posts/legs"), StringComparison.Ordinal);
        Assert.DoesNotContain(new Uri(link).Query.Split('=')[1], await Database.DumpAsync(_blog), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(link, await ada.GetStringAsync($"/admin/posts/{post}/share"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_has_ended_is_a_page_that_never_was()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var reader = _blog.Browser();
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "secret"));
        var (day, taken, binned) = (await ShareAsync(ada, post, 1), await ShareAsync(ada, post), await ShareAsync(ada, post, 30));

        var form = await PageForm.OpenAsync(ada, $"/admin/posts/{post}/share", "form[action$='handler=TakeBack']:has(input[value='2'])");
        await form.SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await form.SendAsync()).StatusCode);
        await AssertNever(reader, taken);
        _blog.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(day)).StatusCode);
        _blog.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertNever(reader, day);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(binned)).StatusCode);
        await ada.PostFormAsync($"/admin/posts/{post}/delete");
        await AssertNever(reader, binned);
        await AssertNever(reader, "/preview?key=wrong");
        await AssertNever(reader, "/preview");
        await AssertNever(reader, $"/preview?key={new string('a', 10_000)}");
        Assert.Contains("No link was made", await (await ada.GetAsync((await ada.PostFormAsync($"/admin/posts/{post}/share", ("days", "7"))).Headers.Location)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("36500")]
    [InlineData("week")]
    public async Task A_link_lasts_no_longer_than_is_offered(string days)
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"));

        await ada.PostFormAsync($"/admin/posts/{post}/share", ("days", days));

        var page = await ada.GetStringAsync($"/admin/posts/{post}/share");
        Assert.Contains("No link was made: wanted one of 1, 7, 30 days", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Take back", page, StringComparison.Ordinal);
    }

    private static async Task<string> ShareAsync(HttpClient author, int post, int days = 7)
    {
        await (await PageForm.OpenAsync(author, $"/admin/posts/{post}/share", "form.card")).With(("days", $"{days}")).SendAsync();
        return (await new HtmlParser().ParseDocumentAsync(await author.GetStringAsync($"/admin/posts/{post}/share"))).QuerySelector("#address")!.GetAttribute("value")!;
    }

    private static async Task AssertNever(HttpClient reader, string link)
    {
        var (ended, never) = (await reader.GetAsync(link), await reader.GetAsync("/nowhere"));
        Assert.Equal((HttpStatusCode.NotFound, await never.Content.ReadAsStringAsync()), (ended.StatusCode, await ended.Content.ReadAsStringAsync()));
    }
}
