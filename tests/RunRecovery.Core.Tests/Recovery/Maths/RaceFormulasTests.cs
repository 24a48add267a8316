using CsCheck;
using RunRecovery.Core.Recovery.Maths;

namespace RunRecovery.Core.Tests.Recovery.Maths;

/// <summary>The numbers were worked out elsewhere, in another language.</summary>
public sealed class RaceFormulasTests
{
    /// <summary>Two distances in metres, and a pace that a race may have.</summary>
    private static readonly Gen<(double From, double To, TimeSpan Time)> Races =
        Gen.Select(Gen.Double[400, 300_000], Gen.Double[400, 300_000], Gen.Double[120, 1800]).Select((from, to, pace) => (from, to, TimeSpan.FromSeconds(from / 1000 * pace)));

    [Theory]
    [InlineData(5000, 1200, 10000, 2501.92)]
    [InlineData(10000, 2700, 21097.5, 5957.29)]
    [InlineData(21097.5, 6300, 42195, 13135.07)]
    [InlineData(5000, 1500, 42195, 14386.65)]
    [InlineData(16093.44, 4500, 5000, 1303.39)]
    public void Riegel_as_worked_out_elsewhere(double metres, int seconds, double other, double expected) =>
        Assert.Equal(expected, new Riegel().TimeFor(metres, TimeSpan.FromSeconds(seconds), other).TotalSeconds, .01);

    [Theory]
    [InlineData(5000, 1200, 10000, 2499.66)]
    [InlineData(10000, 2700, 21097.5, 5952.92)]
    [InlineData(21097.5, 6300, 42195, 13387.64)]
    [InlineData(5000, 1500, 42195, 14639.34)]
    [InlineData(16093.44, 4500, 5000, 1306.72)]
    public void Cameron_as_worked_out_elsewhere(double metres, int seconds, double other, double expected) =>
        Assert.Equal(expected, new Cameron().TimeFor(metres, TimeSpan.FromSeconds(seconds), other).TotalSeconds, .01);

    [Theory]
    [InlineData(5000, 1197, 47.6113, .953138, 49.952)]
    [InlineData(10000, 2481, 45.5594, .911788, 49.967)]
    [InlineData(21097.5, 5500, 42.8565, .858718, 49.908)]
    [InlineData(42195, 11449, 40.7878, .816541, 49.952)]
    [InlineData(5000, 1800, 28.6652, .930025, 30.822)]
    [InlineData(1609.344, 360, 51.7682, 1.069218, 48.417)]
    public void Oxygen_and_VDOT_as_worked_out_elsewhere(double metres, int seconds, double oxygen, double part, double vdot)
    {
        var time = TimeSpan.FromSeconds(seconds);

        Assert.Equal(oxygen, DanielsGilbert.OxygenCost(metres / time.TotalMinutes), .0001);
        Assert.Equal(part, DanielsGilbert.UsablePart(time), .000001);
        Assert.Equal(vdot, DanielsGilbert.Vdot(metres, time), .001);
        Assert.Equal(metres / time.TotalMinutes, DanielsGilbert.Velocity(DanielsGilbert.OxygenCost(metres / time.TotalMinutes)), .000001);
    }

    [Theory]
    [InlineData(5000, 1200, 49.806, 10000, 2487.9)]
    [InlineData(5000, 1200, 49.806, 21097.5, 5509.7)]
    [InlineData(5000, 1200, 49.806, 42195, 11477.2)]
    [InlineData(10000, 2700, 45.263, 21097.5, 5984.1)]
    [InlineData(21097.5, 6300, 42.635, 42195, 13069.5)]
    public void Daniels_and_Gilbert_as_worked_out_elsewhere(double metres, int seconds, double vdot, double other, double expected)
    {
        Assert.Equal(vdot, DanielsGilbert.Vdot(metres, TimeSpan.FromSeconds(seconds)), .001);
        Assert.Equal(expected, new DanielsGilbert().TimeFor(metres, TimeSpan.FromSeconds(seconds), other).TotalSeconds, .1);
    }

    [Fact]
    public void A_longer_race_takes_longer() => EachFormula((formula, race) =>
        race.From == race.To || formula.TimeFor(race.From, race.Time, race.To) > race.Time == race.To > race.From);

    [Fact]
    public void The_same_distance_takes_the_same_time() => EachFormula((formula, race) =>
        Apart(formula.TimeFor(race.From, race.Time, race.From), race.Time) < .001);

    [Fact]
    public void There_and_back_again_is_where_it_began() => EachFormula((formula, race) =>
        Apart(formula.TimeFor(race.To, formula.TimeFor(race.From, race.Time, race.To), race.From), race.Time) < (formula is Riegel ? .0001 : .1));

    [Fact]
    public void VDOT_falls_as_the_time_rises() =>
        Gen.Select(Races, Gen.Double[.1, 600]).Sample((race, later) =>
            DanielsGilbert.Vdot(race.From, race.Time) > DanielsGilbert.Vdot(race.From, race.Time + TimeSpan.FromSeconds(later)));

    [Fact]
    public void A_time_at_a_VDOT_is_right_to_a_hundredth_of_a_second() =>
        Races.Sample(race => Apart(DanielsGilbert.TimeAt(DanielsGilbert.Vdot(race.From, race.Time), race.From), race.Time) < .01);

    [Theory]
    [InlineData("Riegel", 800, 209, false)]
    [InlineData("Riegel", 800, 210, true)]
    [InlineData("Riegel", 42195, 13800, true)]
    [InlineData("Riegel", 42195, 13801, false)]
    [InlineData("Cameron", 799, 150, false)]
    [InlineData("Cameron", 800, 150, true)]
    [InlineData("Cameron", 42195, 30000, true)]
    [InlineData("Cameron", 42195.1, 30000, false)]
    [InlineData("Daniels and Gilbert", 1499, 300, false)]
    [InlineData("Daniels and Gilbert", 1500, 300, true)]
    [InlineData("Daniels and Gilbert", 42195, 30000, true)]
    [InlineData("Daniels and Gilbert", 42195.1, 30000, false)]
    public void Each_formula_knows_for_what_it_was_meant(string name, double metres, int seconds, bool covers) =>
        Assert.Equal(covers, RaceFormulas.All.Single(formula => formula.Name == name).Covers(metres, TimeSpan.FromSeconds(seconds)));

    private static void EachFormula(Func<IRaceFormula, (double From, double To, TimeSpan Time), bool> isTrue) =>
        Races.Sample(race => RaceFormulas.All.All(formula => isTrue(formula, race)));

    private static double Apart(TimeSpan one, TimeSpan other) => Math.Abs((one - other).TotalSeconds);
}
