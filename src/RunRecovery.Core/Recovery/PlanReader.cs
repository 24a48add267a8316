using System.Globalization;
using System.Text.RegularExpressions;

namespace RunRecovery.Core.Recovery;

/// <summary>Turns what somebody wrote into a request, or names everything that is wrong with it, each with its field and what is allowed.</summary>
public sealed partial class PlanReader
{
    private static readonly (DateOnly First, DateOnly Last) Dates = (new(2000, 1, 1), new(2100, 12, 31));

    /// <summary>
    /// The system also finds zones by paths such as <c>posix//Europe//Berlin</c>, keeps each spelling in memory for ever, and knows
    /// <c>localtime</c>, which is another one on each machine. What it has found once it finds in other cases too, so its own name decides.
    /// </summary>
    [GeneratedRegex(@"^(UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]+){1,2})\z")]
    private static partial Regex AreaAndCity { get; }

    private readonly WrittenPlan _written;
    private readonly List<FieldProblem> _problems;

    private PlanReader(WrittenPlan written) => (_written, _problems) = (written, [.. written.Problems]);

    public static PlanReading Read(WrittenPlan written, RulesShelf shelf) => new PlanReader(written).Read(shelf);

    private PlanReading Read(RulesShelf shelf)
    {
        var rules = Version(shelf);
        var (preset, km) = Distance(rules);
        var date = Date(WrittenPlan.Date);
        if (_written[WrittenPlan.Date] is null)
        {
            Add(new FieldProblem(WrittenPlan.Date, "The day of the run is missing; write it as year-month-day, such as 2026-11-22."));
        }

        var request = new PlanRequest
        {
            Rules = rules,
            Preset = preset,
            Km = km ?? 0,
            IsInMiles = _written[WrittenPlan.Miles] is not null,
            Effort = OneOf<Effort>(WrittenPlan.Effort) ?? preset?.Effort ?? rules.OwnEffort,
            Date = date ?? default,
            Experience = OneOf<Experience>(WrittenPlan.Experience) ?? Experience.Regular,
            Terrain = OneOf<Terrain>(WrittenPlan.Terrain) ?? Terrain.Flat,
            Soreness = Whole(WrittenPlan.Soreness, 0, rules.HighestSoreness),
            FinishTime = Time(km, rules.Limits),
            Usual = Whole(WrittenPlan.Usual, rules.Limits.FewestUsualMinutes, rules.Limits.MostUsualMinutes),
            Units = OneOf<Units>(WrittenPlan.Units) ?? PlanRequest.UsualUnits(_written[WrittenPlan.Miles] is not null),
            NextRace = NextRace(date),
            Zone = Zone(),
        };
        var held = Held();
        if (_problems.Count == 0)
        {
            request = PutOff(request, held);
        }

        return _problems.Count == 0 ? new PlanReading(request, []) : new PlanReading(null, [.. _problems.OrderBy(problem => WrittenPlan.Fields.TakeWhile(field => field != problem.Field).Count())]);
    }

    private RecoveryRules Version(RulesShelf shelf)
    {
        if (_written[WrittenPlan.Version] is not { } text)
        {
            return shelf.Newest;
        }

        var rules = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? shelf.Find(version) : null;
        return rules ?? Wrong<RecoveryRules>(WrittenPlan.Version, $"'{text}' is no version of the rules; wanted {(shelf.Newest.Version == 1 ? "1" : $"a whole number from 1 to {shelf.Newest.Version}")}, or nothing for the newest.") ?? shelf.Newest;
    }

    private (Preset? Preset, double? Km) Distance(RecoveryRules rules)
    {
        if (_problems.Exists(known => known.Field is WrittenPlan.Distance or WrittenPlan.Km or WrittenPlan.Miles))
        {
            return (null, null);
        }

        var km = WrittenDistance.Read(_written[WrittenPlan.Distance], _written[WrittenPlan.Km], _written[WrittenPlan.Miles], rules.Presets, rules.Limits, out var problem);
        Add(problem);
        return (km is null || _written[WrittenPlan.Distance] is not { } id ? null : rules.FindPreset(id), km);
    }

    private TimeSpan? Time(double? km, InputLimits limits)
    {
        if (_written[WrittenPlan.Time] is not { } text)
        {
            return null;
        }

        var time = FinishTime.Read(text, km, limits, out var problem);
        Add(problem);
        return time;
    }

    private DateOnly? Date(string field) => _written[field] is not { } text ? null
        : DateOnly.TryParseExact(text, PlanWriter.IsoFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= Dates.First && date <= Dates.Last ? date
        : Wrong<DateOnly?>(field, $"'{text}' is no day that can be planned; wanted year-month-day from {PlanWriter.Iso(Dates.First)} to {PlanWriter.Iso(Dates.Last)}, such as 2026-11-22.");

    private DateOnly? NextRace(DateOnly? run)
    {
        var next = Date(WrittenPlan.Next);
        return next <= run ? Wrong<DateOnly?>(WrittenPlan.Next, $"{PlanWriter.Iso(next.Value)} is not after the run on {PlanWriter.Iso(run.Value)}; wanted a later day, or nothing.") : next;
    }

    private TimeZoneInfo? Zone() => _written[WrittenPlan.Zone] is not { } text ? null
        : AreaAndCity.IsMatch(text) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && zone.Id == text ? zone
        : Wrong<TimeZoneInfo?>(WrittenPlan.Zone, $"'{text}' is no time zone that is known here; wanted a name such as Europe/Berlin or America/New_York, or nothing.");

    /// <summary>Days after the run, rising, with dots between: <c>8.9</c>.</summary>
    private List<int> Held()
    {
        if (_written[WrittenPlan.Held] is not { } text)
        {
            return [];
        }

        var days = text.Split('.').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : -1).ToList();
        return days.Count <= RecoveryPlan.MostHeld && days.TrueForAll(day => day > 0) && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second) ? days
            : Wrong<List<int>>(WrittenPlan.Held, $"'{text}' is not possible; wanted days after the run, at most {RecoveryPlan.MostHeld} and rising, with dots between, such as 8.9.") ?? [];
    }

    private PlanRequest PutOff(PlanRequest request, List<int> held)
    {
        foreach (var day in held)
        {
            var days = RecoveryPlanner.Plan(request).Days;
            if (day >= days.Count || !days[day].IsRun)
            {
                Add(new FieldProblem(WrittenPlan.Held, $"Day {day} has no run to put off; wanted days with a run, here {string.Join(", ", days.Where(planned => planned.IsRun).Select(planned => planned.Day))}."));
                break;
            }

            request = request with { Held = [.. request.Held, day] };
        }

        return request;
    }

    private T? OneOf<T>(string field) where T : struct, Enum => _written[field] is not { } text ? null
        : Choice.Find<T>(text) ?? Wrong<T?>(field, $"'{text}' is unknown; wanted one of {string.Join(", ", Choice.Words<T>())}, or nothing.");

    private int? Whole(string field, int from, int to) => _written[field] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number
        : Wrong<int?>(field, $"'{text}' is not possible; wanted a whole number from {from} to {to}, or nothing.");

    private T? Wrong<T>(string field, string text)
    {
        Add(new FieldProblem(field, text));
        return default;
    }

    private void Add(FieldProblem? problem)
    {
        if (problem is not null && !_problems.Exists(known => known.Field == problem.Field))
        {
            _problems.Add(problem);
        }
    }
}

/// <param name="Request">Null: there are problems.</param>
/// <param name="Problems">At most one of each field, in their order.</param>
public sealed record PlanReading(PlanRequest? Request, IReadOnlyList<FieldProblem> Problems);
