namespace RunRecovery.Core.Recovery.HeavyLegs;

/// <summary>What comes after the answers so far.</summary>
public abstract record HeavyLegsStep
{
    private HeavyLegsStep()
    {
    }

    public sealed record Ask(HeavyLegsQuestion Question) : HeavyLegsStep;

    /// <summary>No answer is a red flag: what to do today and this week. It clears nobody to run.</summary>
    /// <param name="Causes">Likely ones, the likeliest first; never none.</param>
    /// <param name="Lasting">It has lasted longer than tiredness usually does, and the week has to become lighter.</param>
    /// <param name="WarningIds">Warning signs to watch for.</param>
    public sealed record Today(IReadOnlyList<HeavyLegsCause> Causes, HeavyLegsRunning Running, bool Lasting, IReadOnlyList<string> WarningIds) : HeavyLegsStep
    {
        private static readonly IReadOnlyList<string> PhasesWithoutRunning = [PlanPhases.Finish, PlanPhases.Day0, PlanPhases.Rest];

        public bool MayRun => Running == HeavyLegsRunning.MayTry;

        /// <summary>The phase of recovery that is most like it.</summary>
        public string Phase => MayRun ? PlanPhases.EasyReturn : PlanPhases.Rest;

        /// <summary>Whether advice for a phase of recovery is for these legs: none that goes with running where there is to be none, and none about weeks for what is only days old.</summary>
        public bool Allows(string? phase) => (MayRun || PhasesWithoutRunning.Contains(phase)) && (Lasting || phase != PlanPhases.Normal);

        /// <summary>The higher, the better a tip fits; 0: not at all. First those about heavy legs, then those of the phase that are for any race.</summary>
        public int FitOfTip(string? phase, string? appliesTo)
        {
            var isForAnyRace = TipAudience.IsFor(appliesTo, TipAudience.Race);
            var isAboutHeavyLegs = !isForAnyRace && TipAudience.IsFor(appliesTo, TipAudience.HeavyLegs);
            return Allows(phase) && (isForAnyRace || isAboutHeavyLegs) ? (isAboutHeavyLegs ? 2 : 0) + (phase == Phase ? 1 : 0) : 0;
        }
    }

    /// <param name="Flags">Why; never none.</param>
    public sealed record Professional(IReadOnlyList<RedFlag> Flags) : HeavyLegsStep
    {
        public IReadOnlyList<string> WarningIds => [.. Flags.SelectMany(flag => flag.WarningIds).Distinct()];
    }
}
