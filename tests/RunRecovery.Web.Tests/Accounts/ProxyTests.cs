using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Options;
using RunRecovery.Web.Security;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

public sealed class ProxyTests
{
    [Theory]
    [InlineData("", "198.51.100.1", true)]
    [InlineData("203.0.113.7", "198.51.100.1", true)]
    [InlineData("198.51.100.1", "198.51.100.1", false)]
    [InlineData("10.0.0.0/8, 198.51.100.0/24", "198.51.100.1", false)]
    public async Task Only_a_known_proxy_says_for_whom_it_asks(string known, string from, bool oneAddress)
    {
        await using var blog = new BlogApplication { Settings = new() { ["Proxies:Known"] = known } };
        (await blog.SignedInAsync(Role.Owner)).Dispose();
        using var visitor = blog.Visitor();
        visitor.DefaultRequestHeaders.Add(AddressHeader, from);
        var token = await visitor.TokenAsync(Links.SignIn);

        HttpStatusCode last = default;
        for (var i = 0; i < 11; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Links.SignIn)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = "Ada", ["Password"] = "a wrong one this is", ["__RequestVerificationToken"] = token }),
            };
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{i}");
            last = (await visitor.SendAsync(request)).StatusCode;
        }

        Assert.Equal(oneAddress ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, last);
    }

    [Theory]
    [InlineData("127.0.0.1, nonsense", "nonsense")]
    [InlineData("10.0.0.0/99", "10.0.0.0/99")]
    public void A_wrong_proxy_stops_the_start_and_is_named(string known, string named)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Proxies:Known", known)]).Build();

        var wrong = Assert.Throws<WrongSettingException>(() => new ServiceCollection().AddKnownProxies(settings));

        Assert.StartsWith($"Setting Proxies:Known is '{named}': wanted addresses or networks of proxies", wrong.Message, StringComparison.Ordinal);
    }
}
