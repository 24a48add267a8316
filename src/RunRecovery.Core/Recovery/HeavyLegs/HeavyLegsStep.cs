namespace RunRecovery.Core.Recovery.HeavyLegs;

/// <summary>What comes after the answers so far.</summary>
public abstract record HeavyLegsStep
{
    private HeavyLegsStep()
    {
    }

    public sealed record Ask(HeavyLegsQuestion Question) : HeavyLegsStep;

    /// <summary>Nothing speaks against ordinary tiredness: what to do today and this week.</summary>
    /// <param name="Causes">Likely ones, the likeliest first; never none.</param>
    /// <param name="MayRun">A short easy run is worth a try.</param>
    /// <param name="Lasting">It has lasted longer than tiredness usually does, and the week has to become lighter.</param>
    /// <param name="Phase">The phase of recovery that is most like it.</param>
    /// <param name="WarningIds">Warning signs to watch for.</param>
    public sealed record Today(IReadOnlyList<HeavyLegsCause> Causes, bool MayRun, bool Lasting, string Phase, IReadOnlyList<string> WarningIds) : HeavyLegsStep;

    /// <param name="Flags">Why; never none.</param>
    public sealed record Professional(IReadOnlyList<RedFlag> Flags) : HeavyLegsStep
    {
        public IReadOnlyList<string> WarningIds => [.. Flags.SelectMany(flag => flag.WarningIds).Distinct()];
    }
}
