using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class WrittenDistanceTests
{
    [Theory]
    [InlineData("half", null, null, 21.0975)]
    [InlineData("10mi", "", " ", 16.09344)]
    [InlineData(null, "0.4", null, .4)]
    [InlineData("", "300", "", 300)]
    [InlineData(null, "12,5", null, 12.5)]
    [InlineData(null, " 12.500001 ", null, 12.500001)]
    [InlineData(null, null, "3.1", 3.1 * RecoveryRules.KmPerMile)]
    [InlineData(null, null, "186", 186 * RecoveryRules.KmPerMile)]
    public void A_distance_is_one_of_the_list_or_kilometres_or_miles(string? known, string? km, string? mi, double expected)
    {
        Assert.Equal(expected, WrittenDistance.Read(known, km, mi, NamedDistance.Races, Shipped.Rules.Limits, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData(null, null, null, "distance", "Choose a distance")]
    [InlineData("", " ", "", "distance", "Choose a distance")]
    [InlineData("half", "21", null, "km", "Give the distance once")]
    [InlineData("half", null, "13.1", "mi", "Give the distance once")]
    [InlineData(null, "5", "3.1", "mi", "Give the distance once")]
    [InlineData("HALF", null, null, "distance", "not in the list")]
    [InlineData("42k", null, null, "distance", "not in the list")]
    [InlineData(null, "0", null, "km", "from 0.4 to 300")]
    [InlineData(null, "0.39", null, "km", "from 0.4 to 300")]
    [InlineData(null, "300.000001", null, "km", "from 0.4 to 300")]
    [InlineData(null, "301", null, "km", "from 0.4 to 300")]
    [InlineData(null, "-5", null, "km", "from 0.4 to 300")]
    [InlineData(null, "+5", null, "km", "from 0.4 to 300")]
    [InlineData(null, "NaN", null, "km", "from 0.4 to 300")]
    [InlineData(null, "Infinity", null, "km", "from 0.4 to 300")]
    [InlineData(null, "1e309", null, "km", "from 0.4 to 300")]
    [InlineData(null, "1e1", null, "km", "from 0.4 to 300")]
    [InlineData(null, "٥", null, "km", "from 0.4 to 300")]
    [InlineData(null, "1.1234567", null, "km", "at most six decimals")]
    [InlineData(null, "1,000.5", null, "km", "from 0.4 to 300")]
    [InlineData(null, "5 km", null, "km", "from 0.4 to 300")]
    [InlineData(null, "0x5", null, "km", "from 0.4 to 300")]
    [InlineData(null, null, "0.24", "mi", "from 0.25 to 186")]
    [InlineData(null, null, "187", "mi", "from 0.25 to 186")]
    public void Anything_else_is_answered_with_what_is_allowed(string? known, string? km, string? mi, string field, string allowed)
    {
        Assert.Null(WrittenDistance.Read(known, km, mi, NamedDistance.Races, Shipped.Rules.Limits, out var problem));
        Assert.Equal(field, problem!.Field);
        Assert.Contains(allowed, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_is_allowed_is_allowed()
    {
        Assert.NotNull(WrittenDistance.Read(null, null, "0.25", [], Shipped.Rules.Limits, out _));
        Assert.NotNull(WrittenDistance.Read(null, null, "186", [], Shipped.Rules.Limits, out _));
    }
}
