using System.Net;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Addresses;

/// <summary>What nobody links to and somebody asks for all the same is not found; it breaks nothing.</summary>
public sealed class OddAddressTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task An_odd_address_is_not_found()
    {
        await _blog.Save(APost("easy-days") with { Tags = ["rest"] });
        using var browser = _blog.Browser();
        string[] cases =
        [
            "/page/0",
            "/page/-1",
            "/page/2.5",
            "/page/268435457",
            "/page/2147483647",
            "/page/2147483648",
            "/page/99999999999",
            "/tags/rest/page/2147483647",
            "/tags/rest/page/99999999999",
            "/tags/none/page/99999999999",
            "/archive/9999",
            "/archive/0000",
            "/archive/99999999999",
            "/archive/2200",
            "/archive/1970",
            "/archive/2026/00",
            "/archive/2026/1",
            "/archive/2026/99",
            "/archive/2026/11/page/2147483647",
            "/archive/2026/page/2147483647",
            "/archive/2026/١١",
            "/posts",
            "/posts/%ff",
            "/posts/a%2fb",
            "/posts/..%2f..%2fetc%2fpasswd",
            "/posts/.md",
            "/posts/%F0%9F%8F%83.md",
            "/unknown/rest",
            "/media/",
            "/media/%2e%2e/%2e%2e/runrecovery.db",
            "/media/480w.avif",
            "/media/x.png/99999w.avif",
            "/error/404",
            "/error/99999999999",
            "/tips?phase=%00",
        ];

        await Assert.AllAsync(cases, async address =>
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        });
    }

    [Fact]
    public async Task A_very_long_address_is_not_found()
    {
        using var browser = _blog.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/posts/{new string('a', 7000)}")).StatusCode);
    }
}
