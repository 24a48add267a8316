using System.Net;
using RunRecovery.Core.Accounts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

public sealed class SigningInTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_comes_where_they_wanted()
    {
        (await _blog.SignedInAsync()).Dispose();
        using var visitor = _blog.Visitor();

        var refused = await visitor.GetAsync("/admin/account?a=b");
        var signedIn = await visitor.PostFormAsync(refused.Headers.Location!.OriginalString, ("Name", " ada "), ("Password", Password));

        Assert.Equal("/admin/sign-in?returnUrl=%2Fadmin%2Faccount%3Fa%3Db", refused.Headers.Location.OriginalString);
        Assert.Equal("/admin/account?a=b", signedIn.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/admin.evil.example")]
    [InlineData("/admin@evil.example")]
    [InlineData("/admin/\r\nSet-Cookie:a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/")]
    [InlineData("")]
    public async Task The_way_back_never_leads_away_from_the_desk(string returnUrl)
    {
        (await _blog.SignedInAsync()).Dispose();
        using var visitor = _blog.Visitor();

        var signedIn = await visitor.PostFormAsync($"/admin/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", ("Name", "Ada"), ("Password", Password));

        Assert.Equal("/admin", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_signed_out_session_is_dead_on_the_server_too()
    {
        var cookies = new CookieJar();
        using var ada = await _blog.SignedInAsync(cookies: cookies);
        var stolen = new Dictionary<string, string>(cookies.Cookies);

        var left = await ada.PostFormAsync("/admin", "/admin/sign-out");
        using var thief = _blog.Visitor(new CookieJar { Cookies = stolen });

        Assert.Equal("/admin/sign-in", left.Headers.Location!.OriginalString);
        // The storage of an author's browser holds words that have not reached the server yet.
        Assert.Equal("\"cache\"", left.Headers.GetValues("Clear-Site-Data").Single());
        Assert.DoesNotContain("session", cookies.Cookies.Keys);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/admin")).StatusCode);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/sign-in")]
    [InlineData("/admin/invitation")]
    [InlineData("/admin/nowhere")]
    [InlineData("/ADMIN/nowhere.css")]
    public async Task Nothing_at_the_desk_is_kept_or_indexed(string address)
    {
        using var ada = await _blog.SignedInAsync();
        using var visitor = _blog.Visitor();

        foreach (var answer in new[] { await ada.GetAsync(address), await visitor.GetAsync(address) })
        {
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task Readers_pages_set_no_cookie_also_for_whoever_is_signed_in()
    {
        using var ada = await _blog.SignedInAsync();

        var answer = await ada.GetAsync("/");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.True(answer.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var ada = await _blog.SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync("/admin/sign-out", null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync("/admin/sign-in", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task A_form_that_was_sent_after_the_session_had_ended_is_not_redirected_away()
    {
        using var ada = await _blog.SignedInAsync();
        var token = await ada.TokenAsync("/admin");
        await ada.PostFormAsync("/admin", "/admin/sign-out");

        var answer = await ada.PostAsync("/admin/posts/1", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("reload this page", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_makes_one_account_with_its_role()
    {
        var link = Links.InvitationWith(await _blog.Ask<InvitationStore, string>(i => i.ToJoinAsync(Role.Author, "Ben")));
        using var ben = _blog.Visitor();
        Assert.Contains("value=\"Ben\"", await ben.GetStringAsync(link), StringComparison.Ordinal);

        var first = await ben.PostFormAsync(link, ("Name", "Ben"), ("Password", Password), ("Role", "Owner"), ("Account.Role", "3"), ("IsSetUp", "true"));
        using var other = _blog.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("This invitation has ended", await other.GetStringAsync(link), StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/people", await ben.GetStringAsync("/admin"), StringComparison.Ordinal);
    }
}
