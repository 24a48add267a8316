namespace RunRecovery.Core.Recovery.Maths;

/// <summary>
/// Dave Cameron's <c>T2 = T1 * (D2 / D1) * f(D1) / f(D2)</c> with <c>f(d) = 13.49681 - 0.000030363 d + 835.7114 / d^0.7905</c>, d in metres,
/// times in any unit. Posted to the t-and-f mailing list; read on secondary pages and in public code. Fitted to records from
/// 800 m to the marathon. A formula with the constants 0.000495, 0.000985 and 1.4485 goes round under his name and is not his.
/// </summary>
public sealed class Cameron : IRaceFormula
{
    public const double ShortestMetres = 800;
    public const double LongestMetres = 42195;

    public string Name => "Cameron";

    public TimeSpan TimeFor(double metres, TimeSpan time, double otherMetres) => time * (otherMetres / metres * (Speed(metres) / Speed(otherMetres)));

    public bool Covers(double metres, TimeSpan time) => metres is >= ShortestMetres and <= LongestMetres;

    /// <summary>How fast records are over so many metres, in a unit of its own.</summary>
    private static double Speed(double metres) => 13.49681 - 0.000030363 * metres + 835.7114 / Math.Pow(metres, 0.7905);
}
