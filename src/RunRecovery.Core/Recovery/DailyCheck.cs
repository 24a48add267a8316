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
    /// <summary>On the morning of a day with a run; earlier runs have been run or put off, so they are not asked about again.</summary>
    public static bool IsAsked(RecoveryPlan plan, PlanDay day) => day.IsRun && day.Day > plan.Request.Held.DefaultIfEmpty(0).Max();

    public static DailyVerdict Judge(RecoveryPlan plan, PlanDay day, Morning morning)
    {
        var (request, rules) = (plan.Request, plan.Request.Rules.DailyCheck);
        string[] warnings =
        [
            .. morning.Signs.Select(WarningOf).OfType<string>(),
            .. morning.Soreness >= rules.SevereFrom ? [PlanFlags.SevereSoreness] : Array.Empty<string>(),
        ];
        var isTooSore = morning.Soreness >= rules.NoRunFrom;
        var mayRun = morning.Signs.Count == 0 && !isTooSore;
        var later = mayRun || request.Held.Count >= RecoveryPlan.MostHeld ? null : RecoveryPlanner.Plan(request with { Held = [.. request.Held, day.Day] });
        return new DailyVerdict(mayRun, later, isTooSore, morning.Signs.Contains(MorningSign.Fever), warnings);
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

/// <param name="MayRun">Nothing that was said speaks against it, which clears nobody.</param>
/// <param name="Later">The plan with today's run put off; null: run as planned, or put off too often for any plan.</param>
/// <param name="Warnings">Ids of the cards to show.</param>
public sealed record DailyVerdict(bool MayRun, RecoveryPlan? Later, bool IsTooSore, bool IsIll, IReadOnlyList<string> Warnings);
