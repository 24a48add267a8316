namespace RunRecovery.Core.Recovery;

/// <summary>A plan, day by day: from the run (day 0) to the day after which training is as usual.</summary>
public sealed record RecoveryPlan
{
    /// <summary>Runs that may be put off; after more it is another plan, and a question for a professional.</summary>
    public const int MostHeld = 30;

    /// <summary>Hours after the finish that the phase "First two hours" covers; the rest of day 0 follows.</summary>
    private const int FinishHours = 2;

    private const int DayHours = 24;

    public required PlanRequest Request { get; init; }

    /// <summary>Day 0 to the first day on which hard running is allowed; consecutive dates.</summary>
    public required IReadOnlyList<PlanDay> Days { get; init; }

    /// <summary>Days of recovery, none of them hard.</summary>
    public int TotalDays => Days.Count - 2;

    /// <summary>Days without running, right after the run.</summary>
    public int RestDays => Days.Skip(1).TakeWhile(day => !day.IsRun).Count();

    public int LastEasyDay => Days.Last(day => day.Phase == PlanPhases.EasyReturn).Day;

    public PlanDay FirstRun => Days.First(day => day.IsRun);

    public PlanDay FirstHardDay => Days[^1];

    /// <summary>Null: none was named.</summary>
    public NextRaceVerdict? NextRace => Request.NextRace is not { } race ? null
        : race.DayNumber - Request.Date.DayNumber is var gap && gap <= TotalDays ? NextRaceVerdict.TooSoon
        : gap <= TotalDays + Request.Rules.TightDays ? NextRaceVerdict.Tight
        : NextRaceVerdict.Ok;

    /// <summary>What a runner should hear before anything else; words of <see cref="PlanFlags"/>.</summary>
    public IReadOnlyList<string> Flags =>
    [
        .. Request.Soreness >= Request.Rules.DailyCheck.SevereFrom ? [PlanFlags.SevereSoreness] : Array.Empty<string>(),
        .. IsHeldTwiceInARow ? [PlanFlags.AskAProfessional] : Array.Empty<string>(),
        .. NextRace == NextRaceVerdict.TooSoon ? [PlanFlags.NextRaceTooSoon] : Array.Empty<string>(),
    ];

    /// <summary>Only as they are in this plan: the phases that have days, in order, with the hours after the finish that they cover.</summary>
    public IReadOnlyList<PlanPhase> Phases =>
    [
        new(PlanPhases.Finish, 0, FinishHours, [Days[0]]),
        new(PlanPhases.Day0, FinishHours, DayHours, [Days[0]]),
        .. Days.Skip(1).GroupBy(day => day.Phase).Select(phase => new PlanPhase(phase.Key, DayHours * phase.First().Day, DayHours * (phase.Last().Day + 1), [.. phase])),
    ];

    public PlanDay? On(DateOnly date) => date.DayNumber - Request.Date.DayNumber is var day && day >= 0 && day < Days.Count ? Days[day] : null;

    private bool IsHeldTwiceInARow => Request.Held.Any(day => day > Request.Rules.DailyCheck.AskAfterDay && Request.Held.Contains(day + 1));
}

/// <param name="Day">Days after the run.</param>
/// <param name="Planned">The day that this one would be had no run been put off: what it is known by, wherever it moves. A day on which a run was put off has that of the run.</param>
/// <param name="Percent">Of the usual easy run; null on days without running.</param>
public sealed record PlanDay(int Day, DateOnly Date, string Phase, DayKind Kind, int Planned, int? Percent = null, int? Minutes = null)
{
    public bool IsRun => Kind is DayKind.Easy or DayKind.EasyWithStrides or DayKind.Normal;
    public bool HasStrides => Kind == DayKind.EasyWithStrides;

    /// <summary>By how many days the daily check has moved it.</summary>
    public int MovedBy => Day - Planned;
}

public enum DayKind
{
    /// <summary>The race or hard run itself.</summary>
    Event,
    Rest,
    Easy,
    EasyWithStrides,

    /// <summary>A run that the daily check put off.</summary>
    Held,

    /// <summary>Hard running is allowed again.</summary>
    Normal,
}

/// <param name="FromHour">After the finish.</param>
/// <param name="ToHour">After the finish.</param>
public sealed record PlanPhase(string Id, int FromHour, int ToHour, IReadOnlyList<PlanDay> Days)
{
    /// <summary>Whether something that helps between these hours can still help in this phase.</summary>
    public bool Overlaps(double fromHours, double toHours) => fromHours < ToHour && toHours > FromHour;
}

public enum NextRaceVerdict { TooSoon, Tight, Ok }

public static class PlanFlags
{
    public const string SevereSoreness = "severe-soreness";
    public const string AskAProfessional = "ask-a-professional";
    public const string NextRaceTooSoon = "next-race-too-soon";
}
