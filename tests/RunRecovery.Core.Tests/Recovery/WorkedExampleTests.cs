using System.Globalization;
using System.Text.Json;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

/// <summary>The examples of the published rules, which were worked by hand.</summary>
public sealed class WorkedExampleTests
{
    private static readonly JsonElement Examples = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recovery", "worked-examples.json"))).RootElement;

    public static TheoryData<string> Ids => [.. Examples.GetProperty("worked_examples").EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_example_is_as_it_was_worked_by_hand(string id)
    {
        var example = Examples.GetProperty("worked_examples").EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
        var expected = example.GetProperty("expected");
        var plan = RecoveryPlanner.Plan(RequestOf(example.GetProperty("input")));

        Assert.Equal(expected.GetProperty("T").GetInt32(), plan.TotalDays);
        Assert.Equal(expected.GetProperty("N").GetInt32(), plan.RestDays);
        Assert.Equal(expected.GetProperty("E").GetInt32(), plan.LastEasyDay);
        Assert.Equal(expected.GetProperty("plan_entries").GetInt32(), plan.Days.Count);
        Assert.Equal(expected.GetProperty("first_run_day").GetInt32(), plan.FirstRun.Day);
        Assert.Equal(expected.GetProperty("first_run_date").GetString(), Iso(plan.FirstRun.Date));
        Assert.Equal(expected.GetProperty("first_run_minutes").GetInt32(), plan.FirstRun.Minutes);
        Assert.Equal(expected.GetProperty("first_run_pct").GetInt32(), plan.FirstRun.Percent);
        Assert.Equal(expected.GetProperty("first_hard_day").GetInt32(), plan.FirstHardDay.Day);
        Assert.Equal(expected.GetProperty("first_hard_date").GetString(), Iso(plan.FirstHardDay.Date));
        Assert.Equal(Numbers(expected.GetProperty("strides_days")), plan.Days.Where(d => d.HasStrides).Select(d => d.Day));
        Assert.Equal(Numbers(expected.GetProperty("run_days")), plan.Days.Where(d => d.IsRun).Select(d => d.Day));
        Assert.Equal(expected.GetProperty("flags").EnumerateArray().Select(f => f.GetString()), plan.Flags);
        Assert.Equal(
            expected.GetProperty("next_race") is { ValueKind: JsonValueKind.Object } race ? race.GetProperty("status").GetString() : null,
            plan.NextRace is { } verdict ? Choice.WordOf(verdict) : null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_day_of_an_example_is_as_it_was_worked_by_hand(string id)
    {
        var example = Examples.GetProperty("worked_examples").EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
        var expected = example.GetProperty("days").EnumerateArray().Select(day => (
            Day: day.GetProperty("day").GetInt32(), Date: day.GetProperty("date").GetString(), Phase: day.GetProperty("phase").GetString(),
            Run: day.GetProperty("run").GetString(), Percent: Whole(day.GetProperty("pct")), Minutes: Whole(day.GetProperty("minutes"))));

        var plan = RecoveryPlanner.Plan(RequestOf(example.GetProperty("input")));

        Assert.Equal(expected, plan.Days.Select(day => (
            day.Day, Date: (string?)Iso(day.Date), Phase: (string?)day.Phase,
            Run: (string?)(day.Kind switch { DayKind.Event => "event", DayKind.Easy => "easy", DayKind.EasyWithStrides => "easy+strides", DayKind.Normal => "normal", _ => "none" }),
            Percent: day.Percent ?? 0, Minutes: day.Minutes ?? 0)));
    }

    [Fact]
    public void Every_preset_gives_the_days_of_the_published_table()
    {
        var table = Examples.GetProperty("preset_table").EnumerateObject().SelectMany(preset => preset.Value.EnumerateObject().Select(effort => (
            Preset: preset.Name, Effort: effort.Name,
            T: effort.Value.GetProperty("T").GetInt32(), N: effort.Value.GetProperty("N").GetInt32(), E: effort.Value.GetProperty("E").GetInt32()))).ToList();
        Assert.Equal(14 * 4, table.Count);

        Assert.Equal(table, table.Select(row =>
        {
            var preset = Shipped.Rules.FindPreset(row.Preset)!;
            var plan = RecoveryPlanner.Plan(new PlanRequest { Rules = Shipped.Rules, Preset = preset, Km = preset.Km, Effort = Choice.Find<Effort>(row.Effort)!.Value, Date = new DateOnly(2026, 11, 22) });
            return (row.Preset, row.Effort, plan.TotalDays, plan.RestDays, plan.LastEasyDay);
        }));
    }

    private static PlanRequest RequestOf(JsonElement input) => new()
    {
        Rules = Shipped.Rules,
        Km = input.GetProperty("km").GetDouble(),
        Effort = Choice.Find<Effort>(input.GetProperty("effort").GetString()!)!.Value,
        Date = DateOnly.ParseExact(input.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Experience = input.TryGetProperty("exp", out var experience) ? Choice.Find<Experience>(experience.GetString()!)!.Value : Experience.Regular,
        Terrain = input.TryGetProperty("terrain", out var terrain) ? Choice.Find<Terrain>(terrain.GetString()!)!.Value : Terrain.Flat,
        Soreness = input.TryGetProperty("soreness", out var soreness) ? soreness.GetInt32() : null,
        NextRace = input.TryGetProperty("next_race", out var next) ? DateOnly.ParseExact(next.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
    };

    private static IEnumerable<int> Numbers(JsonElement list) => list.EnumerateArray().Select(n => n.GetInt32());

    private static int Whole(JsonElement number) => number.ValueKind == JsonValueKind.Null ? 0 : number.GetInt32();

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
