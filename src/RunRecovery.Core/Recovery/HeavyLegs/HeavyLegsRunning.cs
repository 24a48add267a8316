namespace RunRecovery.Core.Recovery.HeavyLegs;

/// <summary>What heavy legs may do tomorrow.</summary>
public enum HeavyLegsRunning
{
    /// <summary>A short easy run is worth a try.</summary>
    MayTry,

    NothingHard,

    /// <summary>A jog got no better, and more of it is no cure.</summary>
    StopAndRest,

    /// <summary>Not before they feel well again.</summary>
    Ill,
}
