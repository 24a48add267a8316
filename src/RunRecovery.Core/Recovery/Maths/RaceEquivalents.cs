namespace RunRecovery.Core.Recovery.Maths;

/// <summary>What one race may be worth over other distances, by each formula.</summary>
/// <param name="Units">In which a race without a name is called.</param>
public sealed record RaceEquivalents(double Km, TimeSpan Time, Units Units = Units.Km)
{
    private const double MetresPerKm = 1000;

    /// <summary>Half the runners of a study were slower than a formula said above this distance; see the page's sources.</summary>
    private static readonly double BestCaseAbove = NamedDistance.Races.Single(race => race.Id == "half").Km;

    public double Vdot => DanielsGilbert.Vdot(Km * MetresPerKm, Time);

    public bool IsVdotMeantForIt => new DanielsGilbert().Covers(Km * MetresPerKm, Time);

    public TimeSpan PerKm => Time / Km;

    public TimeSpan PerMile => PerKm * RecoveryRules.KmPerMile;

    /// <summary>The formulas that were not made for a race like this, and so say nothing of others.</summary>
    public IReadOnlyList<IRaceFormula> NotMadeForIt => [.. RaceFormulas.All.Where(formula => !formula.Covers(Km * MetresPerKm, Time))];

    /// <summary>The usual distances, shortest first, with the race itself among them.</summary>
    public IReadOnlyList<EquivalentRace> Races =>
        [.. NamedDistance.Races.Where(race => !IsTheRace(race.Km)).Append(Named).OrderBy(race => race.Km).Select(RaceOver)];

    private NamedDistance Named => NamedDistance.Races.FirstOrDefault(race => IsTheRace(race.Km)) ?? new("own", NamedDistance.Length(Km, Units), Km);

    private EquivalentRace RaceOver(NamedDistance other) => new(
        other,
        IsTheRace(other.Km),
        other.Km > BestCaseAbove && other.Km > Km && !IsTheRace(other.Km),
        [.. RaceFormulas.All.Select(formula => EquivalentTime(formula, other.Km))]);

    private EquivalentTime? EquivalentTime(IRaceFormula formula, double otherKm)
    {
        var (metres, otherMetres) = (Km * MetresPerKm, otherKm * MetresPerKm);
        if (!formula.Covers(metres, Time))
        {
            return null;
        }

        var time = formula.TimeFor(metres, Time, otherMetres);
        return new EquivalentTime(time, time / otherKm, formula.Covers(otherMetres, time));
    }

    /// <summary>To the metre.</summary>
    private bool IsTheRace(double otherKm) => Math.Abs(otherKm - Km) < .001;
}

/// <param name="IsTheRace">The one that was run.</param>
/// <param name="IsBestCase">Most runners are slower than the figures.</param>
/// <param name="Times">In the order of <see cref="RaceFormulas.All"/>; null: the formula was not made for the race that was run.</param>
public sealed record EquivalentRace(NamedDistance Distance, bool IsTheRace, bool IsBestCase, IReadOnlyList<EquivalentTime?> Times);

/// <param name="IsMeantForIt">The other race too is of the kind that the formula was made for.</param>
public sealed record EquivalentTime(TimeSpan Time, TimeSpan PerKm, bool IsMeantForIt)
{
    public TimeSpan PerMile => PerKm * RecoveryRules.KmPerMile;
}
