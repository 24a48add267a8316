using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Tests.Accounts;

/// <summary>Walks every address of the desk, also those that are added later.</summary>
public sealed partial class RouteTableTests : IDisposable
{
    private static readonly HashSet<string> ForAnybody = [Links.SignIn, Links.Invitation, Links.LostKeys, Links.PasskeyQuestion, Links.PasskeyOfInvitation];

    /// <summary>Where more is wanted than to be an author.</summary>
    private static readonly Dictionary<string, Role> ForMore = new() { [Links.People] = Role.Owner, [Links.DeskTaxonomy] = Role.Editor, [$"{Links.DeskTaxonomy}/1"] = Role.Editor };

    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Strangers_come_nowhere_and_each_role_only_where_it_may()
    {
        using var stranger = _blog.Visitor();
        var signedIn = new Dictionary<Role, HttpClient>();
        foreach (var role in Enum.GetValues<Role>())
        {
            signedIn[role] = await _blog.SignedInAsync(role, role.ToString());
        }

        foreach (var (address, method) in Desk().Where(e => !ForAnybody.Contains(e.Address)))
        {
            var refused = await SendAsync(stranger, method, address);
            Assert.True(refused.StatusCode == HttpStatusCode.Unauthorized || refused.Headers.Location?.OriginalString.StartsWith(Links.SignIn, StringComparison.Ordinal) == true, $"{method} {address} lets strangers in");

            foreach (var (role, client) in signedIn.Where(_ => address != Links.SignOut))
            {
                var mayEnter = role >= ForMore.GetValueOrDefault(address, Role.Author);
                var answer = await SendAsync(client, method, address);
                Assert.True((answer.StatusCode == HttpStatusCode.Forbidden) != mayEnter && answer.StatusCode != HttpStatusCode.Unauthorized, $"{method} {address} answers {answer.StatusCode} to {role}");
            }
        }
    }

    [Fact]
    public async Task Nothing_is_changed_without_the_token_of_a_form()
    {
        using var owner = await _blog.SignedInAsync();
        await owner.GetAsync("/admin");
        var before = await Database.DumpAsync(_blog);

        foreach (var (address, method) in Desk().Where(e => e.Method != HttpMethod.Get))
        {
            foreach (var handler in Handlers())
            {
                using var request = new HttpRequestMessage(method, $"{address}?handler={handler}") { Content = new FormUrlEncodedContent([KeyValuePair.Create("id", "1"), KeyValuePair.Create("Name", "Eve")]) };
                Assert.Equal((address, HttpStatusCode.BadRequest), (address, (await owner.SendAsync(request)).StatusCode));
            }
        }

        Assert.Equal(before, await Database.DumpAsync(_blog));
    }

    [Fact]
    public async Task Nothing_is_changed_by_asking()
    {
        using var owner = await _blog.SignedInAsync();
        await owner.GetAsync("/admin");
        var before = await Database.DumpAsync(_blog);

        foreach (var (address, _) in Desk())
        {
            foreach (var handler in Handlers().Prepend(""))
            {
                await owner.GetAsync($"{address}?handler={handler}&id=1&name=Eve&role=Author&displayName=Eve&_method=POST");
            }
        }

        Assert.Equal(before, await Database.DumpAsync(_blog));
    }

    [Fact]
    public void Every_page_of_the_desk_is_below_its_address()
    {
        var pages = Endpoints().Select(e => (Page: e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath, e.RoutePattern.RawText)).Where(p => p.Page is not null);

        Assert.All(pages, p => Assert.Equal(p.Page!.StartsWith("/Admin/", StringComparison.Ordinal), IsOfDesk(p.RawText!)));
    }

    [Theory]
    [InlineData("TRACE", "/")]
    [InlineData("TRACE", "/admin")]
    [InlineData("PUT", "/admin")]
    [InlineData("DELETE", "/posts/easy-days")]
    [InlineData("PATCH", "/nowhere")]
    [InlineData("OPTIONS", "/")]
    [InlineData("CONNECT", "/")]
    [InlineData("NONSENSE", "/admin/sign-in")]
    public async Task Methods_that_nothing_uses_are_refused(string method, string address)
    {
        using var browser = _blog.Browser();
        var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => _blog.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<(string Address, HttpMethod Method)> Desk() =>
        from endpoint in Endpoints()
        where IsOfDesk(endpoint.RoutePattern.RawText!)
        let address = "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "1")
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(name => HttpMethod.Parse(name)) ?? [HttpMethod.Get, HttpMethod.Post]
        select (address, method);

    /// <summary>The names of all, so that each page is tried with each.</summary>
    private IEnumerable<string> Handlers() => Endpoints()
        .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>()
        .Where(page => page.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal))
        .SelectMany(page => typeof(Program).Assembly.GetType($"RunRecovery.Web.Pages{page.ViewEnginePath.Replace('/', '.')}Model")!.GetMethods())
        .Select(method => HandlerName().Match(method.Name)).Where(name => name.Success).Select(name => name.Groups["name"].Value).Distinct();

    private static bool IsOfDesk(string route) => $"/{route.TrimStart('/')}/".StartsWith("/admin/", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Get)
        {
            return await client.SendAsync(request);
        }

        request.Content = new FormUrlEncodedContent([]);
        // For somebody who is signed in the door shows a form only when asked to.
        return await client.SendAsync($"{Links.SignIn}?again=true", request);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^On(Get|Post)(?<name>[A-Z][A-Za-z]+)Async$")]
    private static partial Regex HandlerName();
}
