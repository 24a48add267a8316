using RunRecovery.Core.Recovery;
using static System.FormattableString;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan in words: the same on its page, in calendars and in feeds.</summary>
public static class DayWords
{
    /// <summary>Such as "Easy run, 15 min".</summary>
    public static string What(PlanDay day, RecoveryPlan plan) => day.Kind switch
    {
        DayKind.Event => Run(plan.Request),
        DayKind.Rest => "No running",
        DayKind.Held => "Run put off",
        DayKind.Easy => Invariant($"Easy run, {day.Minutes} min"),
        DayKind.EasyWithStrides => Invariant($"Easy run, {day.Minutes} min, with strides"),
        DayKind.Normal => "Back to training",
        _ => throw new ArgumentOutOfRangeException(nameof(day), day.Kind, "A kind of day without words."),
    };

    /// <summary>Such as "Day 8: Easy run, 15 min".</summary>
    public static string Title(PlanDay day, RecoveryPlan plan) => Invariant($"Day {day.Day}: {What(day, plan)}");

    /// <summary>What a plan is called where there are others, such as "Recovery: Marathon, 22 November 2026".</summary>
    public static string Name(PlanRequest request) => Invariant($"Recovery: {Distance(request)}, {request.Date:d MMMM yyyy}");

    /// <summary>In one sentence; where to read on follows it.</summary>
    public static string Warnings(IEnumerable<string> signs) => $"Ask for help instead of running with any of these signs: {string.Join("; ", signs)}; what to do then";

    /// <summary>What somebody should know who sees only one day.</summary>
    public const string OnlyChoices = "The numbers of a plan are editorial choices between the sources, not measurements, and clear nobody to run.";

    /// <summary>How long a run is, of what: null on days without running.</summary>
    public static string? Amount(PlanDay day, RecoveryPlan plan) => !day.IsRun ? null
        : Invariant($"{day.Minutes} minutes, {day.Percent}% of your usual easy run{Limited(day, plan)}");

    /// <summary>What part of the usual easy run a run is; null on days without.</summary>
    public static string? Share(PlanDay day) => day.IsRun ? Invariant($"{day.Percent}%") : null;

    /// <summary>Such as "Mon 28 Dec".</summary>
    public static string ShortDate(DateOnly date) => Invariant($"{date:ddd d MMM}");

    /// <summary>The dates of a phase, such as "Mon 23 Nov to Sun 29 Nov".</summary>
    public static string Span(PlanPhase phase) => phase.Days.Count == 1 ? ShortDate(phase.Days[0].Date) : $"{ShortDate(phase.Days[0].Date)} to {ShortDate(phase.Days[^1].Date)}";

    public static string Says(NextRaceVerdict verdict) => verdict switch
    {
        NextRaceVerdict.TooSoon => "too soon: run it easy, or skip it",
        NextRaceVerdict.Tight => "tight: train light before it, no sharpening",
        _ => "fine",
    };

    /// <summary>What was run, such as "Marathon, all out".</summary>
    public static string Run(PlanRequest request) => $"{Distance(request)}, {Name(request.Effort)}";

    public static string Distance(PlanRequest request) => request.Preset?.Name ?? NamedDistance.Length(request.Km, request.Units);

    /// <summary>Null: no finish time was given.</summary>
    public static string? Pace(PlanRequest request) => request.FinishTime is not { } time ? null
        : request.Units == Units.Mi ? $"{FinishTime.Words(time / request.Km * RecoveryRules.KmPerMile)} per mile"
        : $"{FinishTime.Words(time / request.Km)} per km";

    public static string Name(Effort effort) => effort switch { Effort.Easy => "easy", Effort.Moderate => "moderate", Effort.Hard => "hard", _ => "all out" };

    public static string Name(Experience experience) => experience switch { Experience.New => "new to running", Experience.Experienced => "experienced", _ => "regular runner" };

    public static string Name(Terrain terrain) => terrain switch { Terrain.Rolling => "rolling", Terrain.Downhill => "downhill", _ => "flat" };

    /// <summary>Where the minutes are not those of the percentage, because runs are neither shorter nor longer; else empty.</summary>
    private static string Limited(PlanDay day, RecoveryPlan plan)
    {
        var (minutes, share) = (plan.Request.Rules.Shape.Minutes, plan.Request.UsualMinutes * day.Percent!.Value / 100.0);
        return share < minutes.Fewest - minutes.Step / 2.0 ? " would be less, and no run is shorter"
            : share > minutes.Most + minutes.Step / 2.0 ? " would be more, and no run is longer"
            : "";
    }
}
