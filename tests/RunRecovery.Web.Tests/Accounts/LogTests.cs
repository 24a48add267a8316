using RunRecovery.Core.Accounts;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Accounts;
using RunRecovery.Web.Tests.Recovery;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

public sealed class LogTests : IDisposable
{
    private readonly BlogApplication _blog = new() { Content = PlanBlog.Content };

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Two_blogs_in_one_process_write_each_into_their_own_log()
    {
        using var here = _blog.Browser();
        using var other = new BlogApplication();
        using var there = other.Browser();

        await here.GetAsync("/asked-here");
        await there.GetAsync("/asked-there");

        Assert.Contains("/asked-here", _blog.Log(), StringComparison.Ordinal);
        Assert.DoesNotContain("/asked-there", _blog.Log(), StringComparison.Ordinal);
        Assert.Contains("/asked-there", other.Log(), StringComparison.Ordinal);
        Assert.DoesNotContain("/asked-here", other.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_try_is_in_the_log_without_what_was_typed()
    {
        using var ada = await _blog.SignedInAsync();
        using var guesser = _blog.Visitor();

        await guesser.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", "a wrong one this is"));
        await guesser.PostFormAsync(Links.SignIn, ("Name", "my secret in the wrong field"), ("Password", "x"));
        await guesser.GetAsync("/admin/sign-in%0d%0aFORGED?key=secret-in-the-query");
        await ada.PostFormAsync("/admin", Links.SignOut);

        var log = _blog.Log();
        Assert.Contains("signed in by", log, StringComparison.Ordinal);
        Assert.Contains("signed out", log, StringComparison.Ordinal);
        Assert.Contains("\"Account\":\"Ada\",\"Address\":\"198.51.100.1\"", log, StringComparison.Ordinal);
        Assert.Contains("nobody here", log, StringComparison.Ordinal);
        Assert.Contains("%0D%0AFORGED", log, StringComparison.Ordinal);
        foreach (var secret in new[] { "wrong one", "wrong field", "secret-in-the-query", Password })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_that_lets_somebody_in_is_in_no_log()
    {
        await using var console = new StringWriter();
        await SetUpLink.PrintAsync(_blog.Services, console);
        var setUp = console.ToString().Trim().Split("key=")[1];
        var invitation = await _blog.Ask<InvitationStore, string>(i => i.ToJoinAsync(Role.Author, "Ben"));
        using var visitor = _blog.Visitor();
        await visitor.GetAsync(Links.InvitationWith(setUp));
        await visitor.PostFormAsync(Links.InvitationWith(invitation), ("Name", "Ben"), ("Password", Password));

        Assert.Contains("/admin/invitation", _blog.Log(), StringComparison.Ordinal);
        Assert.DoesNotContain(setUp, _blog.Log(), StringComparison.Ordinal);
        Assert.DoesNotContain(invitation, _blog.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_a_shared_text_is_in_no_log()
    {
        using var reader = _blog.Browser();
        await reader.GetAsync(Links.SharedPreview("key-that-somebody-was-given"));

        Assert.Contains("/preview", _blog.Log(), StringComparison.Ordinal);
        Assert.DoesNotContain("key-that-somebody-was-given", _blog.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_plans_is_in_no_log()
    {
        using var runner = _blog.Browser();
        foreach (var form in ProgramAddresses.OfPlanner)
        {
            await runner.GetAsync($"{form}?distance=marathon&date=2031-07-13&soreness=9&zone=Pacific%2FAuckland&v=1");
            await runner.GetAsync($"{form}?v=1&distance=marathon&date=2031-07-13&zone=Pacific%2FAuckland");
            await runner.GetAsync($"{form}?distance=marathon&date=2031-07-13&soreness=unbearable&day=9&urine=on&where=swollen");
        }

        Assert.All(ProgramAddresses.OfPlanner, form => Assert.Contains(form, _blog.Log(), StringComparison.Ordinal));
        Assert.All(["marathon", "2031-07", "Auckland", "unbearable", "urine", "swollen"], said => Assert.DoesNotContain(said, _blog.Log(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_denied_is_in_the_log()
    {
        using var author = await _blog.SignedInAsync(Role.Author, "Ben");
        using var stranger = _blog.Visitor();
        await author.GetAsync(Links.People);
        await stranger.GetAsync(Links.People);

        Assert.Matches("Account \\d+ may not see", string.Join("\n", Rendered()));
        Assert.Contains("/admin/people", _blog.Log(), StringComparison.Ordinal);
    }

    private IEnumerable<string> Rendered() => _blog.Log().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        using var json = System.Text.Json.JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("@mt").GetString()!;
        return json.RootElement.EnumerateObject().Aggregate(text, (said, property) => said.Replace($"{{{property.Name}}}", property.Value.ToString(), StringComparison.Ordinal));
    });
}
