using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>One phase as the plan's page shows it.</summary>
/// <param name="Today">Null: the plan has not begun, or is over.</param>
public sealed record PhaseView(PhaseAdvice Advice, RecoveryPlan Plan, PlanDay? Today, PhaseWords Words)
{
    /// <summary>What to do about a measure, in so many words.</summary>
    public static string NameOf(Evidence measure) =>
        measure.IsHarmful ? $"Leave out: {measure.Name}"
        : measure.FromHours < 0 ? $"{measure.Name}, if begun before the race"
        : measure.Name;
}
