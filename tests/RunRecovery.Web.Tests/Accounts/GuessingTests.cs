using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

public sealed class GuessingTests : IDisposable
{
    private const string Wrong = "This name and this password do not belong together.";

    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task After_a_thousand_wrong_tries_the_right_one_works_from_another_address_and_from_a_known_browser()
    {
        var cookies = new CookieJar();
        using var known = await _blog.SignedInAsync(cookies: cookies);
        await known.PostFormAsync("/admin", Links.SignOut);
        using var guesser = _blog.Visitor();
        var token = await guesser.TokenAsync(Links.SignIn);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 1000; i++)
        {
            answers.Add((await TryAsync(guesser, token, "Ada", $"guess number {i}")).StatusCode);
        }

        Assert.Equal(10, answers.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(990, answers.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(guesser, token, "Ada", Password)).StatusCode);
        using var elsewhere = From("203.0.113.9");
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await known.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password))).StatusCode);
    }

    [Fact]
    public async Task Guesses_from_everywhere_make_a_stranger_wait_for_a_minute_at_most_and_a_known_browser_not_at_all()
    {
        using var known = await _blog.SignedInAsync();
        await known.PostFormAsync("/admin", Links.SignOut);
        for (var i = 0; i < 60; i++)
        {
            using var guesser = From($"203.0.113.{i}");
            await guesser.PostFormAsync(Links.SignIn, ("Name", "ADA"), ("Password", "a guess from somewhere"));
            _blog.Clock.Advance(TimeSpan.FromSeconds(i < 30 ? 0 : 10));
        }

        using var stranger = From("2001:db8::1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await known.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password))).StatusCode);
        _blog.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", Password))).StatusCode);
    }

    [Fact]
    public async Task A_known_browser_may_not_guess_without_end_either()
    {
        using var known = await _blog.SignedInAsync();
        await known.PostFormAsync("/admin", Links.SignOut);
        var token = await known.TokenAsync(Links.SignIn);

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await TryAsync(known, token, "Ada", "a wrong one this is")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(known, token, "Ada", "a wrong one this is")).StatusCode);
    }

    [Fact]
    public async Task The_wait_doubles_and_is_forgotten_after_an_hour()
    {
        var failures = new FailureCount(free: 2, TimeSpan.FromMinutes(15), _blog.Clock);
        Assert.Null(failures.Try("a"));
        Assert.Null(failures.Try("a"));
        Assert.Equal(TimeSpan.FromSeconds(1), failures.Try("a"));
        Assert.Null(failures.Try("b"));

        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900 })
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), failures.Try("a"));
            _blog.Clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Null(failures.Try("a"));
        }

        _blog.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(failures.Try("a"));
        Assert.Null(failures.Try("a"));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task All_addresses_of_one_network_of_the_newer_kind_are_one()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 1; i <= 11; i++)
        {
            using var guesser = From($"2001:db8:1:2::{i}");
            answers.Add((await guesser.PostFormAsync(Links.SignIn, ("Name", "Ada"), ("Password", "a guess from somewhere"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.All(answers[..^1], status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Known_and_unknown_names_are_answered_alike()
    {
        (await _blog.SignedInAsync()).Dispose();
        using var guesser = _blog.Visitor();
        var token = await guesser.TokenAsync(Links.SignIn);

        var known = await TryAsync(guesser, token, "Ada", "a wrong one this is");
        var unknown = await TryAsync(guesser, token, "Eve", "a wrong one this is");

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(Anonymous(await known.Content.ReadAsStringAsync()), Anonymous(await unknown.Content.ReadAsStringAsync()));
        Assert.Contains(Wrong, await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        static string Anonymous(string page) => System.Text.RegularExpressions.Regex.Replace(page.Replace("Ada", "X", StringComparison.Ordinal).Replace("Eve", "X", StringComparison.Ordinal), "value=\"CfDJ[^\"]+", "");
    }

    /// <summary>Instead of a stopwatch, which differs on each machine.</summary>
    [Fact]
    public async Task For_a_name_that_nobody_has_the_same_hash_is_computed()
    {
        await using var blog = new BlogApplication { HashesSlowly = true };
        (await blog.SignedInAsync()).Dispose();
        var hashing = blog.Services.GetRequiredService<Hashing>();
        var ada = await blog.Ask<UserManager<Account>, Account?>(accounts => accounts.FindByNameAsync("Ada"));

        Assert.Equal(Iterations(ada!.PasswordHash!), Iterations(hashing.HashFor(null)));
        Assert.Equal(Iterations(ada.PasswordHash!), Iterations(hashing.HashFor(new Account { DisplayName = "Only a passkey", Role = Role.Author })));
        Assert.Equal(ada.PasswordHash, hashing.HashFor(ada));
    }

    [Fact]
    public async Task A_stored_password_took_210000_rounds_of_SHA512()
    {
        await using var blog = new BlogApplication { HashesSlowly = true };
        (await blog.SignedInAsync()).Dispose();
        var ada = await blog.Ask<UserManager<Account>, Account?>(accounts => accounts.FindByNameAsync("Ada"));
        var stored = Convert.FromBase64String(ada!.PasswordHash!);

        Assert.Equal((1, 2), (stored[0], (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(stored.AsSpan(1))));
        Assert.True(Iterations(ada.PasswordHash!) >= 210_000);
    }

    private static int Iterations(string hash) => (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));

    private HttpClient From(string address)
    {
        var client = _blog.Visitor();
        client.DefaultRequestHeaders.Add(AddressHeader, address);
        return client;
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient client, string token, string name, string password) =>
        client.PostAsync(Links.SignIn, new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = name, ["Password"] = password, ["__RequestVerificationToken"] = token }));
}
