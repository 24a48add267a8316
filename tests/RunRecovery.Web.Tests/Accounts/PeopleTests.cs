using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using RunRecovery.Core.Accounts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

public sealed partial class PeopleTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task The_owner_invites_somebody_by_a_link_that_is_shown_once()
    {
        using var owner = await _blog.SignedInAsync();
        await owner.PostFormAsync(Links.People, $"{Links.People}?handler=Invite", ("name", "Ben"), ("role", "Editor"));
        var shown = WebUtility.HtmlDecode(await owner.GetStringAsync(Links.People));
        using var ben = _blog.Visitor();

        var welcome = await ben.PostFormAsync(Link().Match(shown).Value, ("Name", "Ben"), ("Password", Password));

        Assert.Equal("/admin", welcome.Headers.Location?.OriginalString);
        Assert.Equal(Role.Editor, (await Find("Ben")).Role);
        Assert.DoesNotMatch(Link(), WebUtility.HtmlDecode(await owner.GetStringAsync(Links.People)));
    }

    [Fact]
    public async Task A_withdrawn_or_old_invitation_lets_nobody_in()
    {
        using var owner = await _blog.SignedInAsync();
        var withdrawn = await _blog.Ask<InvitationStore, string>(i => i.ToJoinAsync(Role.Author, "Ben"));
        var old = await _blog.Ask<InvitationStore, string>(i => i.ToJoinAsync(Role.Author, "Cleo"));
        var id = (await _blog.Ask<InvitationStore, IReadOnlyList<Invitation>>(i => i.OpenAsync())).Single(i => i.Name == "Ben").Id;

        await owner.PostFormAsync(Links.People, $"{Links.People}?handler=Withdraw", ("id", id.ToString(CultureInfo.InvariantCulture)));
        _blog.Clock.Advance(Invitation.Lifetime);
        using var visitor = _blog.Visitor();

        foreach (var key in new[] { withdrawn, old, "", "made up" })
        {
            Assert.Contains("This invitation has ended", await visitor.GetStringAsync(Links.InvitationWith(key)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_changed_role_counts_at_once()
    {
        using var owner = await _blog.SignedInAsync();
        using var ben = await _blog.SignedInAsync(Role.Author, "Ben");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.GetAsync(Links.People)).StatusCode);

        await Do(owner, "Role", ("id", await IdOf("Ben")), ("role", "Owner"));
        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync(Links.People)).StatusCode);
        await Do(owner, "Role", ("id", await IdOf("Ben")), ("role", "Author"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.GetAsync(Links.People)).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_removed_is_out_at_once_and_may_be_invited_back()
    {
        using var owner = await _blog.SignedInAsync();
        using var ben = await _blog.SignedInAsync(Role.Author, "Ben");

        await Do(owner, "Remove", ("id", await IdOf("Ben")));
        Assert.Equal(HttpStatusCode.Redirect, (await ben.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ben.PostFormAsync(Links.SignIn, ("Name", "Ben"), ("Password", Password))).StatusCode);

        await Do(owner, "Back", ("id", await IdOf("Ben")));
        await ben.PostFormAsync(Link().Match(WebUtility.HtmlDecode(await owner.GetStringAsync(Links.People))).Value, ("Password", "another calm lantern"));
        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_removed_does_not_come_back_by_a_link_from_before()
    {
        using var owner = await _blog.SignedInAsync();
        using var ben = await _blog.SignedInAsync(Role.Author, "Ben");
        await Do(owner, "Back", ("id", await IdOf("Ben")));
        var link = Link().Match(WebUtility.HtmlDecode(await owner.GetStringAsync(Links.People))).Value;

        await Do(owner, "Remove", ("id", await IdOf("Ben")));

        Assert.DoesNotContain("name=\"Password\"", await ben.GetStringAsync(link), StringComparison.Ordinal);
        Assert.NotNull((await Find("Ben")).RemovedAt);
    }

    [Theory]
    [InlineData("Remove")]
    [InlineData("Role")]
    public async Task The_last_owner_stays(string handler)
    {
        using var owner = await _blog.SignedInAsync();
        using var ben = await _blog.SignedInAsync(Role.Editor, "Ben");

        var answer = await Do(owner, handler, ("id", await IdOf("Ada")), ("role", "Author"));

        Assert.Contains("the blog needs an owner", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((Role.Owner, null), ((await Find("Ada")).Role, (await Find("Ada")).RemovedAt));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        using var ada = await _blog.SignedInAsync();
        using var ben = await _blog.SignedInAsync(Role.Owner, "Ben");
        var (idOfAda, idOfBen) = (await IdOf("Ada"), await IdOf("Ben"));

        await Task.WhenAll(Do(ada, "Remove", ("id", idOfBen)), Do(ben, "Remove", ("id", idOfAda)));

        Assert.Single(await _blog.Ask<People, IReadOnlyList<Account>>(people => people.AllAsync()), a => a.RemovedAt is null);
    }

    [Fact]
    public async Task Fields_that_no_form_has_are_not_taken()
    {
        using var ben = await _blog.SignedInAsync(Role.Author, "Ben");
        (string, string)[] more = [("Role", "Owner"), ("Account.Role", "Owner"), ("Id", "1"), ("UserName", "Ada"), ("PasswordHash", "x"), ("RemovedAt", "2026-01-01")];

        await ben.PostFormAsync(Links.Account, [("DisplayName", "Benjamin"), .. more]);
        await ben.PostFormAsync(Links.Password, [("Current", Password), ("Password", "another calm lantern"), .. more]);

        var account = await Find("Ben");
        Assert.Equal(("Ben", "Benjamin", Role.Author, null), (account.UserName, account.DisplayName, account.Role, account.RemovedAt));
    }

    [Fact]
    public async Task A_recovery_code_opens_the_account_once_for_a_new_way_in_that_replaces_all_others()
    {
        using var ada = await _blog.SignedInAsync();
        await ada.PostFormAsync(Links.RecoveryCodes);
        var codes = Code().Matches(await ada.GetStringAsync(Links.RecoveryCodes)).Select(m => m.Groups["code"].Value).ToList();
        Assert.Empty(Code().Matches(await ada.GetStringAsync(Links.RecoveryCodes)));
        using var lost = _blog.Visitor();

        var opened = await lost.PostFormAsync(Links.LostKeys, ("Code", $" {codes[0].ToUpperInvariant().Replace('-', ' ')} "));
        var again = await lost.PostFormAsync(Links.LostKeys, ("Code", codes[0]));
        var chosen = await lost.PostFormAsync(opened.Headers.Location!.OriginalString, ("Password", "another calm lantern"));

        Assert.Equal(8, codes.Distinct().Count());
        Assert.Contains("This is no recovery code", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/admin", chosen.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.GetAsync("/admin")).StatusCode);
        Assert.Contains("This is no recovery code", await (await lost.PostFormAsync(Links.LostKeys, ("Code", codes[1]))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), await Database.DumpAsync(_blog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_used_by_many_at_once_opens_once_and_guessing_is_slowed_down()
    {
        using var ada = await _blog.SignedInAsync();
        await ada.PostFormAsync(Links.RecoveryCodes);
        var code = Code().Match(await ada.GetStringAsync(Links.RecoveryCodes)).Groups["code"].Value;

        var accounts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _blog.Ask<RecoveryCodes, Account?>(codes => codes.UseAsync(code))));
        Assert.Single(accounts, a => a is not null);

        using var guesser = _blog.Visitor();
        for (var i = 0; i < 10; i++)
        {
            await guesser.PostFormAsync(Links.LostKeys, ("Code", $"{i}"));
        }

        Assert.Contains("too many wrong tries", await (await guesser.PostFormAsync(Links.LostKeys, ("Code", "x"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Do(HttpClient client, string handler, params (string, string)[] fields) =>
        client.PostFormAsync(Links.People, $"{Links.People}?handler={handler}", fields);

    private async Task<Account> Find(string name) => (await _blog.Ask<People, IReadOnlyList<Account>>(people => people.AllAsync())).Single(a => a.UserName == name);

    private async Task<string> IdOf(string name) => (await Find(name)).Id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/admin/invitation\?key=[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("<code>(?<code>[a-z0-9-]{29})</code>")]
    private static partial Regex Code();
}
