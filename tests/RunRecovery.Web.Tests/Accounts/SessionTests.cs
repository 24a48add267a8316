using System.Net;
using System.Text.RegularExpressions;
using RunRecovery.Core.Accounts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

public sealed partial class SessionTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task A_session_ends_after_two_weeks_without_anybody()
    {
        using var ada = await _blog.SignedInAsync();

        _blog.Clock.Advance(TimeSpan.FromDays(13));
        Assert.True(await IsIn(ada));
        _blog.Clock.Advance(TimeSpan.FromDays(13));
        Assert.True(await IsIn(ada));
        _blog.Clock.Advance(TimeSpan.FromDays(14));
        Assert.False(await IsIn(ada));
    }

    [Fact]
    public async Task A_session_ends_after_ninety_days_in_any_case()
    {
        using var ada = await _blog.SignedInAsync();
        for (var day = 0; day < 89; day++)
        {
            _blog.Clock.Advance(TimeSpan.FromDays(1));
            Assert.True(await IsIn(ada), $"day {day}");
        }

        _blog.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await IsIn(ada));
    }

    [Fact]
    public async Task Each_sign_in_has_a_new_key_of_256_bits_and_ends_the_session_before()
    {
        var cookies = new CookieJar();
        using var ada = await _blog.SignedInAsync(cookies: cookies);
        var before = new Dictionary<string, string>(cookies.Cookies);

        await ada.PostFormAsync($"{Links.SignIn}?again=true", ("Name", "Ada"), ("Password", Password));
        using var replay = _blog.Visitor(new CookieJar { Cookies = before });

        Assert.NotEqual(before["session"], cookies.Cookies["session"]);
        Assert.True(await IsIn(ada));
        Assert.False(await IsIn(replay));
        Assert.Equal(43, SecretKey.New().Length);
        Assert.NotEqual(SecretKey.New(), SecretKey.New());
        Assert.Single(await SessionsOfAda());
    }

    [Fact]
    public async Task A_new_password_wants_the_current_one_and_signs_out_everywhere_else()
    {
        using var here = await _blog.SignedInAsync();
        using var elsewhere = await _blog.SignedInAsync();

        var wrong = await here.PostFormAsync(Links.Password, ("Current", "not the current one"), ("Password", "another calm lantern"));
        var none = await here.PostFormAsync(Links.Password, ("Password", "another calm lantern"));
        var weak = await here.PostFormAsync(Links.Password, ("Current", Password), ("Password", "abcabcabcabc"));
        Assert.True(await IsIn(elsewhere));
        var done = await here.PostFormAsync(Links.Password, ("Current", Password), ("Password", "another calm lantern"));

        Assert.Contains("This is not your current password.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("This is not your current password.", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("tried first", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("You have a new password.", await here.GetStringAsync(Links.Password), StringComparison.Ordinal);
        Assert.DoesNotContain("You have a new password.", await here.GetStringAsync(Links.Password), StringComparison.Ordinal);
        Assert.False(await IsIn(elsewhere));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", "another calm lantern"))).StatusCode);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(128)]
    [InlineData(256)]
    public async Task A_password_of_any_characters_counts_whole(int length)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => i % 3 == 0 ? "ü" : i % 3 == 1 ? "道" : ((char)('a' + (i * 7 % 26))).ToString()));
        using var ada = await _blog.SignedInAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await ada.PostFormAsync(Links.Password, ("Current", Password), ("Password", password))).StatusCode);
        await ada.PostFormAsync("/admin", Links.SignOut);

        Assert.Equal(HttpStatusCode.OK, (await ada.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", password[..^1]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", password.ToUpperInvariant()))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", password))).StatusCode);
    }

    [Fact]
    public async Task One_sees_ones_devices_and_ends_one_or_all_but_never_those_of_others()
    {
        using var here = await _blog.SignedInAsync();
        using var phone = _blog.Visitor();
        phone.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1");
        await phone.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password));
        using var ben = await _blog.SignedInAsync(Role.Author, "Ben");
        var ids = IdOfSession().Matches(await here.GetStringAsync(Links.Sessions)).Select(m => m.Groups["id"].Value).ToList();

        Assert.Contains("Safari on iPhone", await here.GetStringAsync(Links.Sessions), StringComparison.Ordinal);
        await ben.PostFormAsync(Links.Sessions, $"{Links.Sessions}?handler=End", ("id", Assert.Single(ids)));
        Assert.True(await IsIn(phone));
        await here.PostFormAsync(Links.Sessions, $"{Links.Sessions}?handler=End", ("id", ids[0]));
        Assert.False(await IsIn(phone));
        Assert.True(await IsIn(here));

        using var again = await _blog.SignedInAsync();
        await here.PostFormAsync(Links.Sessions, $"{Links.Sessions}?handler=EndAll");
        Assert.False(await IsIn(here));
        Assert.False(await IsIn(again));
        Assert.True(await IsIn(ben));
    }

    [Fact]
    public async Task A_desk_left_open_does_not_give_away_the_ways_in()
    {
        using var ada = await _blog.SignedInAsync();
        _blog.Clock.Advance(TimeSpan.FromMinutes(31));

        foreach (var address in new[] { Links.Password, Links.Passkeys, Links.RecoveryCodes, Links.Sessions, Links.People })
        {
            Assert.Equal(Links.SignInAgain(address), (await ada.GetAsync(address)).Headers.Location?.OriginalString);
        }

        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync(Links.Account)).StatusCode);
        await ada.PostFormAsync(Links.SignInAgain(Links.Password), ("Name", "Ada"), ("Password", Password));
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync(Links.Password)).StatusCode);
    }

    [Fact]
    public async Task A_restart_keeps_sessions_and_nobody_else_may_read_the_keys()
    {
        var data = Path.Combine(Path.GetTempPath(), $"runrecovery-{Guid.NewGuid():N}");
        var cookies = new CookieJar();
        await using (var first = new BlogApplication { Data = data, KeepsData = true })
        {
            (await first.SignedInAsync(cookies: cookies)).Dispose();
        }

        await using var second = new BlogApplication { Data = data };
        using var ada = second.Visitor(new CookieJar { Cookies = cookies.Cookies });

        Assert.True(await IsIn(ada));
        var keys = Directory.GetFiles(Path.Combine(data, "keys"));
        Assert.NotEmpty(keys);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var key in keys)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
            }

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(data, "keys")));
        }
    }

    [Fact]
    public async Task What_is_stored_of_a_session_opens_none()
    {
        var cookies = new CookieJar();
        using var ada = await _blog.SignedInAsync(cookies: cookies);
        var hash = (await SessionsOfAda()).Single().KeyHash;

        Assert.Null(await _blog.Ask<SessionStore, object?>(async sessions => await sessions.FindAsync(hash)));
        Assert.DoesNotContain(hash, cookies.Cookies["session"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://blog.example", "__Host-")]
    [InlineData("http://localhost:5000", "")]
    public async Task Cookies_are_for_this_host_and_no_script(string address, string prefix)
    {
        await using var blog = new BlogApplication { Settings = new() { ["Site:BaseUrl"] = address } };
        using var visitor = blog.Visitor();
        visitor.BaseAddress = new Uri(address);
        var link = Links.InvitationWith(await blog.Ask<InvitationStore, string>(i => i.ToJoinAsync(Role.Owner, "Ada")));

        List<HttpResponseMessage> answers = [await visitor.GetAsync(link), await visitor.PostFormAsync(link, ("Name", "Ada"), ("Password", Password)), await visitor.PostFormAsync(Links.Account, Links.PasskeyOfAccount), await visitor.PostFormAsync("/admin", Links.SignOut)];

        var cookies = answers.SelectMany(a => a.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        Assert.Equal(new[] { "device", "form", "notice", "passkey", "session" }.Select(name => prefix + name), cookies.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies.Where(c => c.Split('=')[1][0] != ';'), cookie =>
        {
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(cookie.StartsWith($"{prefix}session", StringComparison.Ordinal) ? "; samesite=lax" : "; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(prefix != "", cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("; domain", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static async Task<bool> IsIn(HttpClient client) => (await client.GetAsync("/admin")).StatusCode == HttpStatusCode.OK;

    private async Task<IReadOnlyList<Session>> SessionsOfAda() =>
        await _blog.Ask<SessionStore, IReadOnlyList<Session>>(async sessions => await sessions.OfAsync((await _blog.Ask<People, IReadOnlyList<Account>>(people => people.AllAsync())).Single(a => a.UserName == "Ada").Id));

    [GeneratedRegex("""name="id" value="(?<id>\d+)""")]
    private static partial Regex IdOfSession();
}
