using System.Globalization;
using System.Net;
using System.Text.Json;
using RunRecovery.Browser.Tests.Readers;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Tests.Feeds;

namespace RunRecovery.Web.Tests.Recovery;

/// <summary>A blog with the planner that ships and no texts but those of the test.</summary>
public abstract class PlanBlog : IDisposable
{
    public static readonly string Content = Path.Combine(AppContext.BaseDirectory, "content");

    protected static readonly RulesShelf Shelf = RulesShelf.Read(Content)!;

    protected const string Marathon = "distance=marathon&date=2026-11-22&v=1";

    protected BlogApplication Blog { get; } = new() { Content = Content };

    public static TheoryData<string> Feeds => [".rss", ".atom", ".json"];

    public void Dispose()
    {
        Blog.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>As the reader of addresses understands it; it must be right.</summary>
    protected static PlanRequest Request(string query)
    {
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var reading = PlanReader.Read(new WrittenPlan(field => fields.TryGetValue(field, out var values) ? values : []), Shelf);
        Assert.Empty(reading.Problems);
        return reading.Request!;
    }

    protected async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var browser = Blog.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await browser.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }

    protected async Task<string> Text(string address)
    {
        var answer = await Get(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return await answer.Content.ReadAsStringAsync();
    }

    protected Task<ReadCalendar> Calendar(string query) => Calendar(Request(query));

    protected async Task<ReadCalendar> Calendar(PlanRequest request)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await Text(Links.Of(request, ".ics")));
        var calendar = await Tool.ReadAsync<ReadCalendar>(Tool.Python, "read-calendar.py", file);
        File.Delete(file);
        return calendar;
    }

    internal async Task<ReadFeed> Feed(PlanRequest request, string ending) => ReadFeed.Parse(await Text(Links.Of(request, ending)));

    protected async Task<JsonElement> Answer(string query) => JsonDocument.Parse(await Text($"/api/recovery/plan?{query}")).RootElement;

    protected static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A calendar as a program of others understood it.</summary>
public sealed record ReadCalendar(
    string Name, string ShownName, string Method, string Version, string Product, string Url, string Source, string Refresh, string Lifetime,
    string[] Problems, string[] Components, ReadEvent[] Events);

public sealed record ReadEvent(
    string Uid, string Start, string End, DateTimeOffset Stamp, DateTimeOffset Changed, int Sequence, string Summary, string Description, string Url, string Transparency, string[] Categories);
