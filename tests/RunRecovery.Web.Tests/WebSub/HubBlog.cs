using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Subscribers;

namespace RunRecovery.Web.Tests.WebSub;

/// <summary>A blog with a hub, and the ways in which tests talk to it.</summary>
internal static class HubBlog
{
    public const string Topic = "http://localhost:5000/rss.xml";

    public static readonly Dictionary<string, string> Own = new() { ["WebSub:Hub"] = "own", ["WebSub:AllowedPrivateHosts"] = "127.0.0.1" };

    public static Task<HttpResponseMessage> Ask(this BlogApplication blog, params (string Name, string Value)[] form)
    {
        var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return blog.Browser().PostAsync("/hub", content);
    }

    public static Task<HttpResponseMessage> AskToSubscribe(this BlogApplication blog, Subscriber subscriber, string topic = Topic, string mode = "subscribe", params (string Name, string Value)[] more) =>
        blog.Ask([("hub.mode", mode), ("hub.callback", subscriber.Callback), ("hub.topic", topic), .. more]);

    public static async Task Subscribe(this BlogApplication blog, Subscriber subscriber, string topic = Topic, params (string Name, string Value)[] more)
    {
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await blog.AskToSubscribe(subscriber, topic, "subscribe", more)).StatusCode);
        await Eventually(async () => (await blog.Subscriptions()).Any(s => s.Callback == subscriber.Callback && s.Topic == topic && s.LookAgainAt is null));
    }

    public static Task<List<Subscription>> Subscriptions(this BlogApplication blog) => blog.Ask<BlogContext, List<Subscription>>(db => db.Subscriptions.AsNoTracking().ToListAsync());

    public static Task<SaveResult.Saved> Publish(this BlogApplication blog, string slug) => blog.Save(BlogApplication.APost(slug) with { Date = null });

    /// <summary>Nothing is left to be told now.</summary>
    public static Task Settled(this BlogApplication blog) => Eventually(async () => (await blog.Ask<Outbox, List<int>>(outbox => outbox.DueAsync())).Count == 0);

    public static async Task Eventually(Func<Task<bool>> isSo)
    {
        for (var began = Stopwatch.StartNew(); !await isSo(); await Task.Delay(10))
        {
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(20), "It did not come to that.");
        }
    }
}
