using System.Net;
using System.Text.Json;
using RunRecovery.Core.Posts;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Recovery;

/// <summary>What holds at the door of each form of a plan.</summary>
public sealed class PlanDoorsTests : PlanBlog
{
    private static readonly string Api = ProgramAddresses.PlanApi;

    private static readonly (string Field, string Query)[] Wrong =
    [
        ("km", "km=0&date=2026-11-22"),
        ("km", "km=0.39&date=2026-11-22"),
        ("km", "km=301&date=2026-11-22"),
        ("km", "km=NaN&date=2026-11-22"),
        ("km", "km=1e309&date=2026-11-22"),
        ("km", "km=%D9%A4%D9%A2&date=2026-11-22"),
        ("mi", "mi=0.1&date=2026-11-22"),
        ("distance", "date=2026-11-22"),
        ("distance", "distance=moon&date=2026-11-22"),
        ("date", "distance=marathon"),
        ("date", "distance=marathon&date=0001-01-01"),
        ("date", "distance=marathon&date=9999-12-31"),
        ("date", "distance=marathon&date=2026-02-30"),
        ("soreness", "distance=marathon&date=2026-11-22&soreness=11"),
        ("soreness", "distance=marathon&date=2026-11-22&soreness=1%0Adate:%20no"),
        ("time", "distance=marathon&date=2026-11-22&time=1%3A23%3A40"),
        ("next", "distance=marathon&date=2026-11-22&next=2026-11-21"),
        ("held", "distance=marathon&date=2026-11-22&held=1"),
        ("v", "distance=marathon&date=2026-11-22&v=99"),
        ("address", $"distance=marathon&date=2026-11-22&x={new string('x', 100_000)}"),
    ];

    public static TheoryData<string> Doors => [.. ProgramAddresses.FormsOfPlans];

    public static TheoryData<string> DoorsOfOneSpelling => [.. ProgramAddresses.FormsOfPlans.Except([Api])];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_cannot_be_planned_is_refused_and_its_field_is_named(string door)
    {
        foreach (var (field, address) in Wrong.Select(wrong => (wrong.Field, $"{door}?{wrong.Query}")))
        {
            var answer = await Get(address);
            var said = await answer.Content.ReadAsStringAsync();

            Assert.Equal((address, HttpStatusCode.BadRequest), (address, answer.StatusCode));
            if (address.StartsWith(Api, StringComparison.Ordinal))
            {
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
                var problem = JsonDocument.Parse(said).RootElement;
                Assert.Equal(400, problem.GetProperty("status").GetInt32());
                Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
                Assert.NotEmpty(Assert.Single(problem.GetProperty("errors").GetProperty(field).EnumerateArray()).GetString()!);
            }
            else
            {
                Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
                Assert.StartsWith($"{field}: ", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var errors = JsonDocument.Parse(await (await Get($"{Api}?km=301&date=2026-02-30&soreness=11")).Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        var lines = (await (await Get("/recovery/plan.ics?km=301&date=2026-02-30&soreness=11")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["km", "date", "soreness"], errors.EnumerateObject().Select(error => error.Name));
        Assert.Equal(["km", "date", "soreness"], lines.Select(line => line.Split(':')[0]));
    }

    [Theory]
    [MemberData(nameof(DoorsOfOneSpelling))]
    public async Task Another_spelling_is_one_step_from_the_right_one(string door)
    {
        foreach (var query in new[] { "distance=marathon&date=2026-11-22", "v=1&date=2026-11-22&distance=marathon", "distance=marathon&effort=all_out&date=2026-11-22&experience=regular&terrain=flat&units=km&v=1", $"{Marathon}&utm=x" })
        {
            var answer = await Get($"{door}?{query}");
            Assert.Equal((HttpStatusCode.Redirect, $"{door}?{Marathon}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }

        Assert.Equal(HttpStatusCode.OK, (await Get($"{door}?{Marathon}")).StatusCode);
    }

    [Theory]
    [InlineData("distance=marathon&date=2026-11-22")]
    [InlineData("v=1&date=2026-11-22&distance=marathon&effort=all_out")]
    public async Task Programs_may_spell_as_they_like_and_are_told_the_address(string query)
    {
        var answer = await Answer(query);

        Assert.Equal(1, answer.GetProperty("version").GetInt32());
        Assert.Equal($"http://localhost:5000/recovery/plan?{Marathon}", answer.GetProperty("address").GetString());
    }

    [Fact]
    public async Task A_finish_time_is_answered_as_a_pace() =>
        Assert.Equal(270, (await Answer("distance=marathon&date=2026-11-22&time=3%3A10%3A00")).GetProperty("pace_s_per_km").GetInt32());

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task The_same_plan_is_the_same_bytes_later_and_after_a_restart(string door)
    {
        await Blog.Save(ATip("walk"));
        using var first = new BlogApplication { Content = Content, Data = Blog.Data, KeepsData = true };
        using var browser = first.Browser();
        var before = await browser.GetStringAsync($"{door}?{Marathon}");

        Blog.Clock.Advance(TimeSpan.FromHours(11));

        Assert.Equal(before, await Text($"{door}?{Marathon}"));
        Assert.Equal(before, await Text($"{door}?{Marathon}"));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Whoever_has_it_is_told_so(string door)
    {
        var saved = await Blog.Save(ATip("walk", "Walk"));
        var first = await Get($"{door}?{Marathon}");
        var again = await Get($"{door}?{Marathon}", ("If-None-Match", first.Headers.ETag!.Tag));
        var head = await Head($"{door}?{Marathon}");

        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        Assert.Equal("public, max-age=300", first.Headers.CacheControl!.ToString());
        Assert.Equal((HttpStatusCode.OK, first.Content.Headers.ContentLength, first.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));

        await Blog.Save(ATip("walk", "Walk slowly"), saved);
        Assert.Equal(door == Api ? HttpStatusCode.NotModified : HttpStatusCode.OK, (await Get($"{door}?{Marathon}", ("If-None-Match", first.Headers.ETag!.Tag))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_form_is_only_asked_for(string door)
    {
        using var browser = Blog.Browser();
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            var answer = await browser.SendAsync(new HttpRequestMessage(method, $"{door}?{Marathon}"));
            Assert.Equal((method, HttpStatusCode.MethodNotAllowed), (method, answer.StatusCode));
        }
    }

    private async Task<HttpResponseMessage> Head(string address)
    {
        using var browser = Blog.Browser();
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
    }
}
