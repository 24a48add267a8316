using System.Globalization;
using System.Text.Json;
using CsCheck;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Recovery;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Recovery;

/// <summary>Calendar, feeds and JSON say what the planner says, day by day.</summary>
public sealed class PlanAgreementTests : PlanBlog
{
    private static readonly RecoveryRules Rules = Shelf.Newest;
    private static readonly JsonElement Examples = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recovery", "worked-examples.json"))).RootElement.GetProperty("worked_examples");
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    private static readonly Gen<PlanRequest> Requests =
        from preset in Gen.Frequency((1, Gen.Const((Preset?)null)), (1, Gen.OneOf([.. Rules.Presets]).Select(p => (Preset?)p)))
        from metres in Gen.Int[400, 300_000]
        from effort in Gen.Enum<Effort>()
        from daysAgo in Gen.Frequency((3, Gen.Int[-5, 90]), (1, Gen.Int[0, 9000]))
        from who in Gen.Select(Gen.Enum<Experience>(), Gen.Enum<Terrain>(), Gen.Int[-1, 10], Gen.Enum<Units>())
        from pace in Gen.Int[-900, 1800]
        from gap in Gen.Int[-60, 60]
        from zone in Gen.OneOf<string?>(null, "UTC", "Pacific/Auckland", "America/Los_Angeles", "Pacific/Kiritimati", "Africa/Cairo", "Australia/Lord_Howe")
        from held in Gen.Int[0, 1000].Array[0, 3]
        let km = preset?.Km ?? metres / 1000.0
        select PutOff(held, new PlanRequest
        {
            Rules = Rules,
            Preset = preset,
            Km = km,
            Effort = effort,
            Date = Today.AddDays(-daysAgo),
            Experience = who.Item1,
            Terrain = who.Item2,
            Soreness = who.Item3 < 0 ? null : who.Item3,
            Units = who.Item4,
            FinishTime = pace < 130 ? null : TimeSpan.FromSeconds(Math.Round(pace * km)),
            NextRace = gap < 1 ? null : Today.AddDays(gap - daysAgo),
            Zone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone),
        });

    public static TheoryData<string> Ids => [.. Examples.EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];

    [Fact]
    public async Task All_forms_agree_with_the_planner_day_by_day() => await Requests.SampleAsync(AgreesAsync, iter: 12, threads: 1);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task All_forms_agree_with_an_example_that_was_worked_by_hand(string id)
    {
        Blog.Clock.Advance(TimeSpan.FromDays(200));
        var example = Examples.EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
        var days = example.GetProperty("days").EnumerateArray().ToList();
        var request = RequestOf(example.GetProperty("input"));

        var calendar = await Calendar(request);
        var answer = await Answer(Links.QueryOf(request).Value![1..]);

        Assert.Equal(days.Select(ByHand), calendar.Events.Select(e => (e.Start, Run: Run(e.Summary))));
        foreach (var (ending, _) in PlanForms.Formats)
        {
            Assert.Equal(days.Select(ByHand).Select(day => day.Run).Reverse().Take(30), (await Feed(request, ending)).Entries.Select(e => Run(e.Title!.Split(": ")[1])));
        }

        Assert.Equal(
            days.Select(day => (Number(day, "day"), Word(day, "date"), Word(day, "phase"), Number(day, "pct"), Number(day, "minutes"), Word(day, "run"))),
            answer.GetProperty("days").EnumerateArray().Select(day => (
                Number(day, "day"), Word(day, "date"), Word(day, "phase"), Number(day, "percent"), Number(day, "minutes"),
                Run: Word(day, "kind") switch { "rest" or "held" => "none", "easy_with_strides" => "easy+strides", var kind => kind })));
    }

    private async Task AgreesAsync(PlanRequest request)
    {
        var plan = RecoveryPlanner.Plan(request);
        var zone = request.Zone ?? TimeZoneInfo.Utc;
        var begun = plan.Days.Where(day => day.Date <= DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, zone))).Reverse().Take(30).ToList();

        var calendar = await Calendar(request);
        Assert.Equal(
            plan.Days.Select(day => (Iso(day.Date), Iso(day.Date.AddDays(1)), DayWords.What(day, plan), day.MovedBy)),
            calendar.Events.Select(e => (e.Start, e.End, e.Summary, e.Sequence)));
        // The library that reads it here decodes %3A, whatever stands there.
        Assert.Equal(plan.Days.Select(day => $"http://localhost:5000{Links.Of(request, day)}".Replace("%3A", ":", StringComparison.Ordinal)), calendar.Events.Select(e => e.Url));
        Assert.Equal(plan.Days.Count, calendar.Events.DistinctBy(e => e.Uid).Count());
        Assert.All(plan.Days.Zip(calendar.Events), pair => Assert.Contains(DayWords.Amount(pair.First, plan) ?? "", pair.Second.Description, StringComparison.Ordinal));

        foreach (var (ending, _) in PlanForms.Formats)
        {
            var feed = await Feed(request, ending);
            Assert.Equal(
                begun.Select(day => (DayWords.Title(day, plan), $"http://localhost:5000{Links.Of(request, day)}", $"urn:uuid:{calendar.Events[day.Day].Uid}")),
                feed.Entries.Select(e => (e.Title!, e.Link, e.Id)));
            Assert.All(begun.Zip(feed.Entries), pair =>
            {
                var published = DateTimeOffset.Parse(pair.Second.Published, CultureInfo.InvariantCulture);
                Assert.Equal(pair.First.Date, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(published, zone).DateTime));
                Assert.Equal(pair.First.Date.AddDays(-1), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(published.AddSeconds(-1), zone).DateTime));
                Assert.True(pair.Second.Updated is null || DateTimeOffset.Parse(pair.Second.Updated, CultureInfo.InvariantCulture) == published);
            });
        }

        var answer = await Answer(Links.QueryOf(request).Value![1..]);
        Assert.Equal(
            plan.Days.Select(day => (day.Day, Iso(day.Date), day.Phase, day.IsRun, day.Kind == DayKind.Event ? (int?)null : day.Percent ?? 0, day.Kind == DayKind.Event ? (int?)null : day.Minutes ?? 0, day.HasStrides, Choice.WordOf(day.Kind))),
            answer.GetProperty("days").EnumerateArray().Select(day => (
                day.GetProperty("day").GetInt32(), Word(day, "date")!, Word(day, "phase")!, day.GetProperty("run").GetBoolean(), Number(day, "percent"), Number(day, "minutes"),
                day.GetProperty("strides").GetBoolean(), Word(day, "kind")!)));
        Assert.Equal(
            (plan.Request.Rules.Version, plan.TotalDays, plan.RestDays, plan.LastEasyDay, Iso(plan.FirstRun.Date), Iso(plan.FirstHardDay.Date), Iso(request.Date)),
            (Number(answer, "version"), Number(answer, "total_days"), Number(answer, "rest_days"), Number(answer, "last_easy_day"), Word(answer, "first_run"), Word(answer, "first_hard_day"), Word(answer, "date")));
        Assert.Equal((request.Km, Choice.WordOf(request.Effort)), (answer.GetProperty("distance_km").GetDouble(), Word(answer, "effort")));
        Assert.Equal($"http://localhost:5000{Links.Of(request)}", Word(answer, "address"));
        Assert.Equal(plan.NextRace is { } verdict ? Choice.WordOf(verdict) : null, Word(answer, "next_race"));
        Assert.Equal(plan.Flags, answer.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!));
        Assert.Equal(request.FinishTime is null, answer.GetProperty("pace_s_per_km").ValueKind == JsonValueKind.Null);
    }

    private static PlanRequest PutOff(IEnumerable<int> picks, PlanRequest request) => picks.Aggregate(request, (sofar, pick) =>
    {
        var later = RecoveryPlanner.Plan(sofar).Days.Where(day => day.IsRun && day.Day > (sofar.Held is [.., var last] ? last : 0)).ToList();
        return later.Count == 0 ? sofar : sofar with { Held = [.. sofar.Held, later[pick % later.Count].Day] };
    });

    private static (string Date, string Run) ByHand(JsonElement day) => (Word(day, "date")!, Word(day, "run") switch
    {
        "none" => "No running",
        "easy" => $"Easy run, {Number(day, "minutes")} min",
        "easy+strides" => $"Easy run, {Number(day, "minutes")} min, with strides",
        "normal" => "Back to training",
        var other => other!,
    });

    /// <summary>The day of the run is called by the run.</summary>
    private static string Run(string summary) => Choice.Words<Effort>().Any(effort => summary.EndsWith($", {effort.Replace('_', ' ')}", StringComparison.Ordinal)) ? "event" : summary;

    private static PlanRequest RequestOf(JsonElement input) => Request(string.Join('&', input.EnumerateObject().Select(field =>
        $"{field.Name switch { "exp" => "experience", "next_race" => "next", var name => name }}={(field.Value.ValueKind == JsonValueKind.Number ? field.Value.GetRawText() : field.Value.GetString())}")));

    private static int? Number(JsonElement from, string name) => from.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static string? Word(JsonElement from, string name) => from.GetProperty(name).GetString();
}
