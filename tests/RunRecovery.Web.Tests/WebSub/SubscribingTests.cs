using System.Net;
using RunRecovery.Core.Subscribers;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.WebSub;

public sealed class SubscribingTests : IAsyncDisposable
{
    private readonly BlogApplication _blog = new() { Settings = HubBlog.Own };
    private readonly Subscriber _subscriber = new();

    public async ValueTask DisposeAsync()
    {
        await _blog.DisposeAsync();
        await _subscriber.DisposeAsync();
    }

    [Fact]
    public async Task Who_confirms_is_subscribed_for_as_long_as_asked()
    {
        await _blog.Subscribe(_subscriber, HubBlog.Topic, ("hub.lease_seconds", "172800"), ("hub.secret", "s3cret"));

        var question = Assert.Single(_subscriber.Questions);
        Assert.Equal(("subscribe", HubBlog.Topic, "172800", "1"), (question["hub.mode"].ToString(), question["hub.topic"].ToString(), question["hub.lease_seconds"].ToString(), question["who"].ToString()));
        Assert.Equal(Now.AddDays(2), Assert.Single(await _blog.Subscriptions()).LeaseEndsAt);
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData("1", 1)]
    [InlineData("4294967295", 30)]
    public async Task A_lease_lasts_ten_days_or_what_is_asked_within_bounds(string? seconds, int days)
    {
        await _blog.Subscribe(_subscriber, HubBlog.Topic, seconds is null ? [] : [("hub.lease_seconds", seconds)]);

        Assert.Equal(Now.AddDays(days), Assert.Single(await _blog.Subscriptions()).LeaseEndsAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("{0} and more")]
    public async Task Who_does_not_repeat_the_challenge_is_not_subscribed(string answer)
    {
        _subscriber.Confirm = challenge => answer.Replace("{0}", challenge, StringComparison.Ordinal);
        await _blog.AskToSubscribe(_subscriber);

        await HubBlog.Eventually(() => Task.FromResult(_subscriber.Questions.Count == 1));
        // The answer has been judged by the time that another one is subscribed.
        await using var other = new Subscriber();
        await _blog.Subscribe(other);

        Assert.Equal(other.Callback, Assert.Single(await _blog.Subscriptions()).Callback);
    }

    [Fact]
    public async Task What_is_published_while_the_subscriber_is_asked_is_delivered()
    {
        _subscriber.Confirm = challenge =>
        {
            _blog.Publish("meanwhile").GetAwaiter().GetResult();
            return challenge;
        };
        await _blog.AskToSubscribe(_subscriber);

        Assert.Contains("meanwhile", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_subscribes_again_renews()
    {
        await _blog.Subscribe(_subscriber);
        _blog.Clock.Advance(TimeSpan.FromDays(9));
        await _blog.Subscribe(_subscriber);
        await HubBlog.Eventually(async () => Assert.Single(await _blog.Subscriptions()).LeaseEndsAt == Now.AddDays(19));

        _blog.Clock.Advance(TimeSpan.FromDays(9));
        await _blog.Publish("still-there");

        Assert.Contains("still-there", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_lease_ends_the_subscription_does()
    {
        await _blog.Subscribe(_subscriber);
        _blog.Clock.Advance(TimeSpan.FromDays(10));
        await _blog.Publish("too-late");
        await _blog.Settled();

        Assert.Equal(0, _subscriber.Waiting);
        Assert.Empty(await _blog.Subscriptions());
    }

    [Fact]
    public async Task Who_unsubscribes_and_confirms_it_hears_no_more()
    {
        await _blog.Subscribe(_subscriber);
        Assert.Equal(HttpStatusCode.Accepted, (await _blog.AskToSubscribe(_subscriber, mode: "unsubscribe")).StatusCode);
        await HubBlog.Eventually(async () => (await _blog.Subscriptions()).Count == 0);
        await _blog.Publish("unheard");
        await _blog.Settled();

        Assert.Equal(0, _subscriber.Waiting);
        Assert.Equal("unsubscribe", _subscriber.Questions.Last()["hub.mode"]);
    }

    [Fact]
    public async Task Nobody_is_unsubscribed_by_somebody_else()
    {
        await _blog.Subscribe(_subscriber);
        _subscriber.Confirm = _ => "I did not ask for that";
        await _blog.AskToSubscribe(_subscriber, mode: "unsubscribe");
        await HubBlog.Eventually(() => Task.FromResult(_subscriber.Questions.Count == 2));
        await _blog.Publish("heard");

        Assert.Contains("heard", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_does_not_exist_is_denied_with_the_reason()
    {
        await _blog.AskToSubscribe(_subscriber, "http://localhost:5000/tags/nothing/rss.xml");
        await HubBlog.Eventually(() => Task.FromResult(!_subscriber.Questions.IsEmpty));

        var denial = Assert.Single(_subscriber.Questions);
        Assert.Equal(("denied", "http://localhost:5000/tags/nothing/rss.xml", "There is no such feed."), (denial["hub.mode"].ToString(), denial["hub.topic"].ToString(), denial["hub.reason"].ToString()));
        Assert.Empty(await _blog.Subscriptions());
    }

    [Fact]
    public async Task No_host_has_more_than_two_hundred_subscriptions_but_each_can_be_renewed()
    {
        await _blog.Subscribe(_subscriber);
        for (var number = 1; number < ReceiverStore.MostOfHost; number++)
        {
            var callback = new Uri($"{_subscriber.Callback}&number={number}");
            await _blog.Ask<ReceiverStore, bool>(async store =>
            {
                await store.SubscribeAsync(callback, HubBlog.Topic, null, TimeSpan.FromDays(1), "hash");
                return true;
            });
        }

        await _blog.AskToSubscribe(_subscriber, "http://localhost:5000/atom.xml");
        await HubBlog.Eventually(() => Task.FromResult(_subscriber.Questions.Count == 2));
        Assert.Equal("There are too many subscriptions.", _subscriber.Questions.Last()["hub.reason"]);

        await _blog.AskToSubscribe(_subscriber);
        await HubBlog.Eventually(() => Task.FromResult(_subscriber.Questions.Count == 3));
        Assert.Equal("subscribe", _subscriber.Questions.Last()["hub.mode"]);
    }

    [Fact]
    public async Task No_host_waits_for_more_than_ten_answers_at_once()
    {
        var mayAnswer = new TaskCompletionSource();
        _subscriber.Confirm = _ =>
        {
            mayAnswer.Task.Wait();
            return "";
        };

        var answers = new List<HttpResponseMessage>();
        for (var number = 0; number <= 10; number++)
        {
            answers.Add(await _blog.AskToSubscribe(_subscriber));
        }

        Assert.All(answers[..10], answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answers[10].StatusCode);
        Assert.Equal("Too many requests wait to be verified. Ask again in a minute.", await answers[10].Content.ReadAsStringAsync());
        mayAnswer.SetResult();
    }
}
