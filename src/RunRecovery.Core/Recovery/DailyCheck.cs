namespace RunRecovery.Core.Recovery;

/// <summary>How a runner is on the morning of a day with a run.</summary>
/// <param name="Soreness">0 to 10; null: not said.</param>
/// <param name="Signs">What else was ticked, in any order.</param>
public sealed record Morning(int? Soreness, IReadOnlyList<MorningSign> Signs);

public enum MorningSign
{
    /// <summary>Pain at one spot.</summary>
    Spot,

    /// <summary>Pain that alters the stride.</summary>
    Stride,

    /// <summary>Fever, or symptoms below the neck.</summary>
    Fever,

    /// <summary>Dark urine.</summary>
    Urine,

    /// <summary>One swollen calf.</summary>
    Calf,
}

/// <summary>Whether to run today. It may put a run off, and never shortens a plan.</summary>
public static class DailyCheck
{
    public static DailyVerdict Judge(RecoveryPlan plan, PlanDay day, Morning morning)
    {
        var request = plan.Request;
        string[] warnings =
        [
            .. morning.Signs.Select(WarningOf).OfType<string>(),
            .. morning.Soreness >= PlanFlags.SevereFrom ? [PlanFlags.SevereSoreness] : Array.Empty<string>(),
        ];
        var isTooSore = morning.Soreness >= request.Rules.DailyCheck.NoRunFrom;
        var later = morning.Signs.Count > 0 || isTooSore ? RecoveryPlanner.Plan(request with { Held = [.. request.Held.Append(day.Day).Order()] }) : null;
        return new DailyVerdict(later, isTooSore, morning.Signs.Contains(MorningSign.Fever), warnings);
    }

    /// <summary>The card that belongs to a sign; fever has words of its own.</summary>
    private static string? WarningOf(MorningSign sign) => sign switch
    {
        MorningSign.Spot => "bone",
        MorningSign.Stride => "local",
        MorningSign.Urine => "rhabdo",
        MorningSign.Calf => "dvt",
        _ => null,
    };
}

/// <param name="Later">The plan with today's run put off; null: run as planned.</param>
/// <param name="Warnings">Ids of the cards to show.</param>
public sealed record DailyVerdict(RecoveryPlan? Later, bool IsTooSore, bool IsIll, IReadOnlyList<string> Warnings)
{
    public bool MayRun => Later is null;
}
