using System.Net;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Addresses;

/// <summary>What nobody links to and somebody asks for all the same is not found; it breaks nothing.</summary>
public sealed class OddAddressTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData("/page/0")]
    [InlineData("/page/-1")]
    [InlineData("/page/2.5")]
    [InlineData("/page/268435457")]
    [InlineData("/page/2147483647")]
    [InlineData("/page/2147483648")]
    [InlineData("/page/99999999999")]
    [InlineData("/tags/rest/page/2147483647")]
    [InlineData("/tags/rest/page/99999999999")]
    [InlineData("/tags/none/page/99999999999")]
    [InlineData("/archive/9999")]
    [InlineData("/archive/0000")]
    [InlineData("/archive/99999999999")]
    [InlineData("/archive/2200")]
    [InlineData("/archive/1970")]
    [InlineData("/archive/2026/00")]
    [InlineData("/archive/2026/1")]
    [InlineData("/archive/2026/99")]
    [InlineData("/archive/2026/11/page/2147483647")]
    [InlineData("/archive/2026/page/2147483647")]
    [InlineData("/archive/2026/١١")]
    [InlineData("/posts")]
    [InlineData("/posts/%ff")]
    [InlineData("/posts/a%2fb")]
    [InlineData("/posts/..%2f..%2fetc%2fpasswd")]
    [InlineData("/posts/.md")]
    [InlineData("/posts/%F0%9F%8F%83.md")]
    [InlineData("/unknown/rest")]
    [InlineData("/media/")]
    [InlineData("/media/%2e%2e/%2e%2e/runrecovery.db")]
    [InlineData("/media/480w.avif")]
    [InlineData("/media/x.png/99999w.avif")]
    [InlineData("/error/404")]
    [InlineData("/error/99999999999")]
    [InlineData("/tips?phase=%00")]
    public async Task An_odd_address_is_not_found(string address)
    {
        await _blog.Save(APost("easy-days") with { Tags = ["rest"] });
        using var browser = _blog.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_very_long_address_is_not_found()
    {
        using var browser = _blog.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/posts/{new string('a', 7000)}")).StatusCode);
    }
}
