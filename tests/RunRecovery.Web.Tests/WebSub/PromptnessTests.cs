using System.Diagnostics;

namespace RunRecovery.Web.Tests.WebSub;

public sealed class PromptnessTests
{
    [Fact]
    public async Task A_subscriber_has_a_post_within_two_seconds_of_its_publication()
    {
        await using var blog = new BlogApplication { Settings = HubBlog.Own, ClockStandsStill = false };
        await using var subscriber = new Subscriber();
        await blog.Subscribe(subscriber);

        var published = Stopwatch.StartNew();
        await blog.Publish("easy-days");
        var delivery = await subscriber.NextAsync();

        Assert.InRange(published.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Contains("easy-days", delivery.Text, StringComparison.Ordinal);
    }
}
