using System.Globalization;

namespace RunRecovery.Core.Recovery;

/// <summary>Writes a request as <see cref="PlanReader"/> reads it, in the shortest form: what is usual is left out. The version of the rules always stands there.</summary>
public static class PlanWriter
{
    /// <summary>Year, month and day, as addresses have them.</summary>
    internal const string IsoFormat = "yyyy-MM-dd";

    /// <summary>Names and values, in the order of <see cref="WrittenPlan.Fields"/>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(PlanRequest request) => All(request).Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Field, part.Value!));

    /// <summary>
    /// What makes a plan the same plan, however its address is spelled: all that its days depend on, but for the runs that were put off later. Calendars and feed
    /// readers know its days by it, so another word here is every day anew for everybody.
    /// </summary>
    public static string Identity(RecoveryPlan plan)
    {
        var request = plan.Request;
        return string.Join('/',
            Whole(request.Rules.Version),
            Iso(request.Date),
            (Math.Round(request.Km * 2000) / 2).ToString("0.0", CultureInfo.InvariantCulture), // Half metres, because a half marathon lies between two whole ones.
            Choice.WordOf(request.Effort),
            Choice.WordOf(request.Experience),
            Choice.WordOf(request.Terrain),
            Whole(request.Rules.DaysFor(request.Soreness)),
            Whole(request.UsualMinutes),
            // Two distances within half a metre may lie on both sides of a step.
            Whole(plan.FirstRun.Planned),
            Whole(plan.FirstHardDay.Planned));
    }

    private static IEnumerable<(string Field, string? Value)> All(PlanRequest request) =>
    [
        (WrittenPlan.Distance, request.Preset?.Id),
        (WrittenPlan.Km, request.Preset is null && !request.IsInMiles ? Number(request.Km) : null),
        (WrittenPlan.Miles, request.Preset is null && request.IsInMiles ? Number(request.Km / RecoveryRules.KmPerMile) : null),
        (WrittenPlan.Effort, Unless(request.Preset?.Effort ?? request.Rules.OwnEffort, request.Effort)),
        (WrittenPlan.Date, Iso(request.Date)),
        (WrittenPlan.Experience, Unless(Experience.Regular, request.Experience)),
        (WrittenPlan.Terrain, Unless(Terrain.Flat, request.Terrain)),
        (WrittenPlan.Soreness, Whole(request.Soreness)),
        (WrittenPlan.Time, request.FinishTime is { } time ? FinishTime.Words(time) : null),
        (WrittenPlan.Usual, Whole(request.Usual)),
        (WrittenPlan.Units, Unless(PlanRequest.UsualUnits(request.IsInMiles), request.Units)),
        (WrittenPlan.Next, request.NextRace is { } next ? Iso(next) : null),
        (WrittenPlan.Zone, request.Zone?.Id),
        (WrittenPlan.Held, request.Held.Count > 0 ? string.Join('.', request.Held) : null),
        (WrittenPlan.Version, Whole(request.Rules.Version)),
    ];

    private static string? Unless<T>(T usual, T value) where T : struct, Enum => value.Equals(usual) ? null : Choice.WordOf(value);

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>As many decimals as may be written. A distance in miles comes back from kilometres to the same digits.</summary>
    private static string Number(double distance) => distance.ToString("0.######", CultureInfo.InvariantCulture);

    internal static string Iso(DateOnly date) => date.ToString(IsoFormat, CultureInfo.InvariantCulture);
}
