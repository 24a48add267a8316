using System.Security.Cryptography;
using System.Text;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.WebSub;

public sealed class DeliveryTests : IAsyncDisposable
{
    private readonly BlogApplication _blog = new() { Settings = HubBlog.Own };
    private readonly Subscriber _subscriber = new();

    public async ValueTask DisposeAsync()
    {
        await _blog.DisposeAsync();
        await _subscriber.DisposeAsync();
    }

    [Theory]
    [InlineData("/rss.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("/atom.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("/feed.json", "application/feed+json; charset=utf-8")]
    public async Task What_is_delivered_is_the_feed_to_the_byte(string feed, string contentType)
    {
        var topic = $"http://localhost:5000{feed}";
        await _blog.Subscribe(_subscriber, topic);
        await _blog.Publish("easy-days");

        var delivery = await _subscriber.NextAsync();

        using var browser = _blog.Browser();
        Assert.Equal(await browser.GetByteArrayAsync(feed), delivery.Body);
        Assert.Equal(contentType, delivery.Headers["Content-Type"]);
        Assert.Contains($"<{topic}>; rel=\"self\"", delivery.Headers["Link"], StringComparison.Ordinal);
        Assert.Contains("<http://localhost:5000/hub>; rel=\"hub\"", delivery.Headers["Link"], StringComparison.Ordinal);
        Assert.Equal("/callback?who=1", delivery.Address);
        Assert.False(delivery.Headers.ContainsKey("X-Hub-Signature"));
    }

    [Fact]
    public async Task What_is_delivered_is_signed_with_the_secret()
    {
        await _blog.Subscribe(_subscriber, HubBlog.Topic, ("hub.secret", "träning"));
        await _blog.Publish("easy-days");

        var delivery = await _subscriber.NextAsync();

        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("träning"), delivery.Body));
        Assert.Equal($"sha256={expected}", delivery.Headers["X-Hub-Signature"]);
    }

    [Fact]
    public async Task A_scheduled_post_is_delivered_when_the_clock_reaches_it()
    {
        await _blog.Subscribe(_subscriber);
        await _blog.Save(APost("tomorrow") with { Date = Now.AddDays(1) });
        await _blog.Settled();
        Assert.Equal(0, _subscriber.Waiting);

        _blog.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("tomorrow", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_expires_leaves_the_feed_by_the_clock()
    {
        await _blog.Save(APost("for-a-day") with { ExpiresAt = Now.AddDays(1) });
        await _blog.Subscribe(_subscriber);

        _blog.Clock.Advance(TimeSpan.FromDays(1));

        Assert.DoesNotContain("for-a-day", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_does_not_change_the_feed_delivers_nothing()
    {
        await _blog.Publish("easy-days");
        await _blog.Settled();
        await _blog.Subscribe(_subscriber);

        await _blog.Save(APost("a-draft") with { Draft = true });
        await _blog.Save(ATip("in-another-feed"));
        await _blog.Settled();

        Assert.Equal(0, _subscriber.Waiting);
    }

    [Fact]
    public async Task A_small_edit_is_delivered_with_the_times_it_had()
    {
        var saved = await _blog.Save(APost("easy-days"));
        await _blog.Settled();
        await _blog.Subscribe(_subscriber, "http://localhost:5000/atom.xml");
        using var browser = _blog.Browser();
        var before = await browser.GetStringAsync("/atom.xml");
        _blog.Clock.Advance(TimeSpan.FromHours(1));

        await _blog.Save(APost("easy-days") with { Markdown = "Easier days." }, saved);

        Assert.Equal(before.Replace("Easy days.", "Easier days.", StringComparison.Ordinal), (await _subscriber.NextAsync()).Text);
    }

    [Fact]
    public async Task The_feed_of_a_renamed_tag_is_still_delivered()
    {
        await _blog.Save(APost("easy-days") with { Tags = ["sleep"] });
        await _blog.Subscribe(_subscriber, "http://localhost:5000/tags/sleep/rss.xml");
        var tag = await _blog.Ask<Core.Taxonomy.TaxonomyService, Core.Taxonomy.Term>(async taxonomy => await taxonomy.FindOrCreateAsync(Core.Taxonomy.TermKind.Tag, "sleep"));

        await _blog.Ask<Core.Taxonomy.TaxonomyService, bool>(taxonomy => taxonomy.RenameAsync(tag.Id, "Rest"));

        Assert.Contains("http://localhost:5000/tags/rest/rss.xml", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_gone_is_not_called_again()
    {
        await _blog.Subscribe(_subscriber);
        _subscriber.Answer = Status(410);
        await _blog.Publish("first");
        await _subscriber.NextAsync();
        await _blog.Settled();

        Assert.Empty(await _blog.Subscriptions());
    }

    [Fact]
    public async Task A_delivery_that_fails_is_tried_again_ever_later_and_at_last_given_up()
    {
        await _blog.Subscribe(_subscriber);
        _subscriber.Answer = Status(500);
        await _blog.Publish("first");
        foreach (var pause in new[] { TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6) })
        {
            await _subscriber.NextAsync();
            var next = _blog.Clock.GetUtcNow().UtcDateTime + pause;
            await HubBlog.Eventually(async () => Assert.Single(await _blog.Subscriptions()).LookAgainAt == next);
            _blog.Clock.Advance(pause - TimeSpan.FromSeconds(1));
            Assert.Equal(0, _subscriber.Waiting);
            _blog.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _subscriber.NextAsync();
        await HubBlog.Eventually(async () => Assert.Single(await _blog.Subscriptions()).IsGivenUp);
        _blog.Clock.Advance(TimeSpan.FromDays(1));
        await _blog.Save(APost("a-draft") with { Draft = true });
        await _blog.Settled();
        Assert.Equal(0, _subscriber.Waiting);

        _subscriber.Answer = Status(204);
        await _blog.Publish("second");

        Assert.Contains("second", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
        await _blog.Settled();
        Assert.Equal(0, Assert.Single(await _blog.Subscriptions()).Tries);
    }

    [Fact]
    public async Task A_subscriber_that_fails_does_not_keep_others_waiting()
    {
        await using var slow = new Subscriber();
        var mayAnswer = new TaskCompletionSource();
        slow.Answer = _ => mayAnswer.Task;
        await _blog.Subscribe(slow);
        await _blog.Subscribe(_subscriber);

        await _blog.Publish("easy-days");

        await slow.NextAsync();
        Assert.Contains("easy-days", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
        mayAnswer.SetResult();
    }

    private static Func<Microsoft.AspNetCore.Http.HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
