using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace RunRecovery.Web.Tests;

/// <summary>Fills forms in as a browser without script does.</summary>
public static partial class Forms
{
    /// <summary>Asks for the page, takes the token of its form, and sends the fields to the same address.</summary>
    public static Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string address, params (string Name, string Value)[] fields) =>
        client.PostFormAsync(address, address, fields);

    /// <param name="page">Where the form is.</param>
    /// <param name="address">Where it is sent to.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = await client.TokenAsync(page);
        return await client.PostAsync(address, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    /// <summary>What a script sends: the token of the page is in a header.</summary>
    public static async Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string page, string address, object? body) =>
        await client.SendAsync(page, new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) });

    /// <summary>Sends anything with the token of the page in a header.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string page, HttpRequestMessage request)
    {
        request.Headers.Add("RequestVerificationToken", await client.TokenAsync(page));
        return await client.SendAsync(request);
    }

    public static async Task<string> TokenAsync(this HttpClient client, string page)
    {
        var answer = await client.GetAsync(page);
        var token = Token().Match(await answer.Content.ReadAsStringAsync());
        return token.Success ? token.Groups["token"].Value : throw new InvalidOperationException($"{page} answered {(int)answer.StatusCode} without a form.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
