using System.Net;
using Microsoft.Extensions.Configuration;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Options;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Caching;

public sealed class FinishedAnswersTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData("/?x=1")]
    [InlineData("/?number=2")]
    [InlineData("/posts/easy-days?utm_source=x")]
    [InlineData("/rss.xml?x=1")]
    public async Task A_query_that_means_nothing_is_the_same_page_and_costs_nothing(string address)
    {
        await _blog.Save(APost("easy-days"));
        using var browser = _blog.Browser();
        var plain = await browser.GetStringAsync(address.Split('?')[0]);
        using var queries = new Queries(_blog.Data);

        Assert.Equal(plain, await browser.GetStringAsync(address));
        Assert.Equal(0, queries.Count);
    }

    [Fact]
    public async Task A_query_that_means_something_is_another_page()
    {
        await _blog.Save(ATip("tired") with { Phase = "day0" });
        using var browser = _blog.Browser();

        Assert.Contains("/tips/tired", await browser.GetStringAsync("/tips"), StringComparison.Ordinal);
        Assert.DoesNotContain("/tips/tired", await browser.GetStringAsync("/tips?phase=rest"), StringComparison.Ordinal);
        Assert.Contains("/tips/tired", await browser.GetStringAsync("/tips?phase=day0&utm=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_seen_at_once()
    {
        var saved = await _blog.Save(APost("easy-days", "Before"));
        using var browser = _blog.Browser();
        Assert.Contains("Before", await browser.GetStringAsync("/"), StringComparison.Ordinal);

        await _blog.Save(APost("easy-days", "After"), saved);

        Assert.Contains("After", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_found_is_not_kept()
    {
        using var browser = _blog.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/posts/easy-days")).StatusCode);

        await _blog.Save(APost("easy-days"));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/posts/easy-days")).StatusCode);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("5000")]
    public void A_wrong_size_stops_the_start_and_says_what_is_allowed(string size)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Caching:MaxMegabytes", (string?)size)]).Build();

        var wrong = Assert.Throws<WrongSettingException>(() => CachingOptions.From(settings));

        Assert.Equal($"Setting Caching:MaxMegabytes is '{size}': wanted a whole number from 0 to 4096.", wrong.Message);
    }

    [Fact]
    public async Task Without_room_each_answer_is_made_anew_and_still_conditional()
    {
        await using var blog = new BlogApplication { Settings = { ["Caching:MaxMegabytes"] = "0" } };
        await blog.Save(APost("easy-days"));
        using var browser = blog.Browser();
        var tag = (await browser.GetAsync("/rss.xml")).Headers.ETag!;
        browser.DefaultRequestHeaders.IfNoneMatch.Add(tag);

        Assert.Equal(HttpStatusCode.NotModified, (await browser.GetAsync("/rss.xml")).StatusCode);
    }
}
