namespace RunRecovery.Core.Recovery.Maths;

/// <summary>
/// Pete Riegel's <c>T2 = T1 * (D2 / D1)^1.06</c>, in any unit of distance and of time. Published in Runner's World in 1977 and developed in
/// "Athletic records and human endurance", American Scientist 69(3), 1981; read on secondary pages. For efforts of about 3.5 to 230 minutes.
/// </summary>
public sealed class Riegel : IRaceFormula
{
    private const double Fatigue = 1.06;

    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(3.5);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(230);

    public string Name => "Riegel";

    public TimeSpan TimeFor(double metres, TimeSpan time, double otherMetres) => time * Math.Pow(otherMetres / metres, Fatigue);

    public bool Covers(double metres, TimeSpan time) => time >= Shortest && time <= Longest;
}
