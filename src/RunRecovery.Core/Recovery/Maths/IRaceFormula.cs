namespace RunRecovery.Core.Recovery.Maths;

/// <summary>Says how long a race over another distance may take somebody. Distances in metres.</summary>
public interface IRaceFormula
{
    string Name { get; }

    /// <summary>The time over another distance that is worth as much as this race.</summary>
    TimeSpan TimeFor(double metres, TimeSpan time, double otherMetres);

    /// <summary>Whether its authors meant it for a race like this.</summary>
    bool Covers(double metres, TimeSpan time);
}

public static class RaceFormulas
{
    public static readonly IReadOnlyList<IRaceFormula> All = [new Riegel(), new Cameron(), new DanielsGilbert()];
}
