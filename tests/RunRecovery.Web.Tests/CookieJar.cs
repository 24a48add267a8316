using System.Net.Http.Headers;

namespace RunRecovery.Web.Tests;

/// <summary>Keeps cookies as a browser does, but by no clock: that of the blog stands still while that of the machine runs.</summary>
public sealed class CookieJar : DelegatingHandler
{
    public Dictionary<string, string> Cookies { get; init; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var (name, value) in SetCookies(answer.Headers))
        {
            if (value == "")
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        return answer;
    }

    private static IEnumerable<(string Name, string Value)> SetCookies(HttpResponseHeaders headers) =>
        (headers.TryGetValues("Set-Cookie", out var set) ? set : []).Select(c => c.Split(';')[0].Split('=', 2)).Select(c => (c[0], c[1]));
}
