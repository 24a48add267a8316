using Microsoft.AspNetCore.WebUtilities;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.WebSub;

public sealed class OtherHubTests : IAsyncDisposable
{
    private readonly Subscriber _hub = new();
    private readonly BlogApplication _blog;

    public OtherHubTests() => _blog = new() { Settings = new() { ["WebSub:Hub"] = $"{_hub.Address}/publish", ["WebSub:AllowedPrivateHosts"] = "127.0.0.1" } };

    public async ValueTask DisposeAsync()
    {
        await _blog.DisposeAsync();
        await _hub.DisposeAsync();
    }

    [Fact]
    public async Task Another_hub_is_told_of_each_feed_that_changed_and_of_no_other()
    {
        await _blog.Save(APost("easy-days") with { Tags = ["sleep"] });
        Assert.Equal(Feeds("/", "/tips/", "/tags/sleep/"), await Pings(9));

        await _blog.Save(APost("a-draft") with { Draft = true });
        await _blog.Save(APost("other-days"));
        Assert.Equal(Feeds("/"), await Pings(3));
        await _blog.Settled();
        Assert.Equal(0, _hub.Waiting);
    }

    [Fact]
    public async Task Feeds_name_it_and_there_is_none_here()
    {
        using var browser = _blog.Browser();
        var feed = await browser.GetAsync("/rss.xml");

        Assert.Contains($"<{_hub.Address}/publish>; rel=\"hub\"", feed.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/hub")).StatusCode);
    }

    [Fact]
    public async Task A_hub_that_fails_is_told_again()
    {
        _hub.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await _blog.Publish("easy-days");
        await Pings(6);
        await _blog.Settled();

        _blog.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Feeds("/", "/tips/"), await Pings(6));
    }

    private static SortedSet<string> Feeds(params string[] topics) =>
        [.. topics.SelectMany(topic => new[] { "rss.xml", "atom.xml", "feed.json" }.Select(name => $"http://localhost:5000{topic}{name}"))];

    private async Task<SortedSet<string>> Pings(int count)
    {
        var topics = new SortedSet<string>();
        for (var number = 0; number < count; number++)
        {
            var ping = await _hub.NextAsync();
            var form = QueryHelpers.ParseQuery(ping.Text);
            Assert.Equal(("/publish", "publish"), (ping.Address, form["hub.mode"].ToString()));
            Assert.True(topics.Add(form["hub.url"].ToString()));
        }

        return topics;
    }
}
