namespace RunRecovery.Core.Recovery.Maths;

/// <summary>
/// Jack Daniels' and Jimmy Gilbert's model of 1979 ("Oxygen Power"): a pace costs oxygen, and a longer race can use a smaller part of the most
/// that somebody can take in. <c>VO2 = -4.60 + 0.182258 v + 0.000104 v^2</c> in ml per kg and minute,
/// <c>part = 0.8 + 0.1894393 e^(-0.012778 t) + 0.2989558 e^(-0.1932605 t)</c>, <c>VDOT = VO2 / part</c>; v in metres per minute, t in minutes.
/// The coefficients were read in public code and on a secondary page, not in the book. For racing efforts from about 1500 m to the marathon.
/// </summary>
public sealed class DanielsGilbert : IRaceFormula
{
    public const double ShortestMetres = 1500;
    public const double LongestMetres = 42195;

    private const double CostAtRest = -4.60;
    private const double CostOfSpeed = 0.182258;
    private const double CostOfSpeedSquared = 0.000104;

    /// <summary>Of the part that can be used, which falls to 0.8.</summary>
    private const double GreatestPart = 0.8 + 0.1894393 + 0.2989558;

    public string Name => "Daniels and Gilbert";

    public bool Covers(double metres, TimeSpan time) => metres is >= ShortestMetres and <= LongestMetres;

    public TimeSpan TimeFor(double metres, TimeSpan time, double otherMetres) => TimeAt(Vdot(metres, time), otherMetres);

    /// <summary>What a race says of somebody, on one scale for all distances.</summary>
    public static double Vdot(double metres, TimeSpan time) => OxygenCost(metres / time.TotalMinutes) / UsablePart(time);

    /// <param name="velocity">In metres per minute.</param>
    /// <returns>In ml per kg and minute.</returns>
    public static double OxygenCost(double velocity) => CostAtRest + CostOfSpeed * velocity + CostOfSpeedSquared * velocity * velocity;

    /// <summary>The part of the most oxygen that somebody can use in a race of this time; above 1 in a short one.</summary>
    public static double UsablePart(TimeSpan time) =>
        0.8 + 0.1894393 * Math.Exp(-0.012778 * time.TotalMinutes) + 0.2989558 * Math.Exp(-0.1932605 * time.TotalMinutes);

    /// <param name="oxygenCost">In ml per kg and minute.</param>
    /// <returns>In metres per minute.</returns>
    public static double Velocity(double oxygenCost) =>
        (-CostOfSpeed + Math.Sqrt(CostOfSpeed * CostOfSpeed + 4 * CostOfSpeedSquared * (oxygenCost - CostAtRest))) / (2 * CostOfSpeedSquared);

    /// <summary>By bisection: VDOT falls as the time rises.</summary>
    /// <param name="vdot">Above 0: slower than a walk there is none.</param>
    public static TimeSpan TimeAt(double vdot, double metres)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vdot);
        var (tooFast, tooSlow) = (metres / Velocity(vdot * GreatestPart), metres / Velocity(0));
        while (TimeSpan.FromMinutes(tooSlow - tooFast) > TimeSpan.FromMilliseconds(.01))
        {
            var middle = (tooFast + tooSlow) / 2;
            (tooFast, tooSlow) = Vdot(metres, TimeSpan.FromMinutes(middle)) > vdot ? (middle, tooSlow) : (tooFast, middle);
        }

        return TimeSpan.FromMinutes((tooFast + tooSlow) / 2);
    }
}
