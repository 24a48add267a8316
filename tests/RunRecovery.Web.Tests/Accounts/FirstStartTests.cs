using System.Net;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

public sealed class FirstStartTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task While_nobody_has_an_account_each_start_prints_a_link_and_ends_the_one_before()
    {
        var first = await Printed();
        var second = await Printed();
        using var visitor = _blog.Visitor();

        Assert.Contains("http://localhost:5000/admin/invitation?key=", first, StringComparison.Ordinal);
        Assert.Contains("This invitation has ended", await visitor.GetStringAsync(LinkOf(first)), StringComparison.Ordinal);
        Assert.Contains("Set up your blog", await visitor.GetStringAsync(LinkOf(second)), StringComparison.Ordinal);
        Assert.DoesNotContain(KeyOf(second), await Database.DumpAsync(_blog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_twenty_who_come_at_once_with_the_link_one_becomes_owner()
    {
        var link = LinkOf(await Printed());
        var visitors = Enumerable.Range(0, 20).Select(_ => _blog.Visitor()).ToList();
        var tokens = await Task.WhenAll(visitors.Select(visitor => visitor.TokenAsync(link)));

        var answers = await Task.WhenAll(visitors.Select((visitor, i) => visitor.PostAsync(link, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Name"] = $"Visitor {i}",
            ["Password"] = Password,
            ["__RequestVerificationToken"] = tokens[i],
        }))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        foreach (var tooLate in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            Assert.Contains("This invitation has ended", await tooLate.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var owner = Assert.Single(await _blog.Ask<People, IReadOnlyList<Account>>(people => people.AllAsync()));
        Assert.Equal(Role.Owner, owner.Role);
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task A_set_up_link_is_worth_nothing_once_there_is_an_account()
    {
        var link = LinkOf(await Printed());
        (await _blog.SignedInAsync(Role.Author)).Dispose();
        using var visitor = _blog.Visitor();

        Assert.Contains("This invitation has ended", await visitor.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal("", await Printed());
    }

    [Fact]
    public async Task Nobody_can_sign_in_to_a_new_blog()
    {
        using var visitor = _blog.Visitor();
        foreach (var name in new[] { "admin", "owner", "root", "" })
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.PostFormAsync(Links.SignIn, ("Name", name), ("Password", name))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/admin")).StatusCode);
    }

    [Theory]
    [InlineData("", "calm lantern orbit quilt", "A name has at least one letter.")]
    [InlineData("two\u200Bin one", "calm lantern orbit quilt", "A name has no invisible characters.")]
    [InlineData("Ada", "short", "this one has 5")]
    [InlineData("Ada", "passwordpassword", "among those that are tried first")]
    [InlineData("Ada", "123456789012", "among those that are tried first")]
    [InlineData("Ada", "qwertyuiop12", "among those that are tried first")]
    public async Task A_refusal_says_what_is_allowed_and_leaves_the_link_working(string name, string password, string said)
    {
        var link = LinkOf(await Printed());
        using var visitor = _blog.Visitor();

        var refused = WebUtility.HtmlDecode(await (await visitor.PostFormAsync(link, ("Name", name), ("Password", password))).Content.ReadAsStringAsync());
        var welcome = await visitor.PostFormAsync(link, ("Name", "Ada"), ("Password", Password));

        Assert.Contains(said, refused, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", refused, StringComparison.Ordinal);
        Assert.Equal("/admin", welcome.Headers.Location?.OriginalString);
    }

    private async Task<string> Printed()
    {
        await using var console = new StringWriter();
        await SetUpLink.PrintAsync(_blog.Services, console);
        return console.ToString();
    }

    private static string KeyOf(string printed) => printed.Trim().Split("key=")[1];

    private static string LinkOf(string printed) => Links.InvitationWith(KeyOf(printed));
}
