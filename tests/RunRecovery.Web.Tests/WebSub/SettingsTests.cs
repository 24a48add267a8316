using System.Net;
using Microsoft.Extensions.Configuration;
using RunRecovery.Web.Options;
using RunRecovery.Web.WebSub;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.WebSub;

public sealed class SettingsTests
{
    [Fact]
    public async Task Without_the_setting_there_is_no_hub_and_the_outbox_is_emptied_each_day()
    {
        await using var blog = new BlogApplication();
        await blog.Save(APost("easy-days"));
        using var browser = blog.Browser();
        var feed = await browser.GetAsync("/rss.xml");

        Assert.False(feed.Headers.Contains("Link"));
        Assert.DoesNotContain("hub", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/hub")).StatusCode);
        Assert.False((await blog.Ask(("hub.mode", "subscribe"))).IsSuccessStatusCode);

        blog.Clock.Advance(TimeSpan.FromDays(1));
        await blog.Settled();
    }

    [Fact]
    public async Task A_host_with_other_letters_is_spelled_as_headers_want_it()
    {
        await using var blog = new BlogApplication { Settings = new(HubBlog.Own) { ["Site:BaseUrl"] = "https://läufer.example" } };
        using var browser = blog.Browser();

        var link = (await browser.GetAsync("/rss.xml")).Headers.GetValues("Link").Single();

        Assert.Contains("<https://xn--lufer-gra.example/rss.xml>; rel=\"self\"", link, StringComparison.Ordinal);
        Assert.Contains("<https://xn--lufer-gra.example/hub>; rel=\"hub\"", link, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("10.0.0.0/8")]
    [InlineData("a b")]
    public void A_wrong_name_of_a_host_stops_the_start(string host)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("WebSub:AllowedPrivateHosts", $"localhost, {host}")]).Build();

        Assert.Contains($"'{host}'", Assert.Throws<WrongSettingException>(() => PublicHosts.From(configuration)).Message, StringComparison.Ordinal);
    }
}
