using CsCheck;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class PlanReaderTests
{
    [Theory]
    [InlineData("km=0", "km")]
    [InlineData("km=0.39", "km")]
    [InlineData("km=301", "km")]
    [InlineData("km=300.000001", "km")]
    [InlineData("km=NaN", "km")]
    [InlineData("km=Infinity", "km")]
    [InlineData("km=1e309", "km")]
    [InlineData("km=1e1", "km")]
    [InlineData("km=-5", "km")]
    [InlineData("km=+5", "km")]
    [InlineData("km=٥", "km")]
    [InlineData("km=５", "km")]
    [InlineData("km=5 km", "km")]
    [InlineData("km=1,000.5", "km")]
    [InlineData("mi=0.2", "mi")]
    [InlineData("mi=187", "mi")]
    [InlineData("distance=halfmarathon", "distance")]
    [InlineData("distance=Marathon", "distance")]
    [InlineData("distance=half&km=21", "km")]
    [InlineData("km=21&mi=13", "mi")]
    [InlineData("", "distance")]
    [InlineData("km=5&date=", "date")]
    [InlineData("km=5&date=0001-01-01", "date")]
    [InlineData("km=5&date=9999-12-31", "date")]
    [InlineData("km=5&date=1999-12-31", "date")]
    [InlineData("km=5&date=2101-01-01", "date")]
    [InlineData("km=5&date=2026-02-30", "date")]
    [InlineData("km=5&date=2027-02-29", "date")]
    [InlineData("km=5&date=22.11.2026", "date")]
    [InlineData("km=5&date=2026-11-22T08:00", "date")]
    [InlineData("km=5&date=٢٠٢٦-١١-٢٢", "date")]
    [InlineData("km=5&effort=insane", "effort")]
    [InlineData("km=5&effort=0", "effort")]
    [InlineData("km=5&effort=AllOut", "effort")]
    [InlineData("km=5&experience=old", "experience")]
    [InlineData("km=5&terrain=uphill", "terrain")]
    [InlineData("km=5&soreness=11", "soreness")]
    [InlineData("km=5&soreness=-1", "soreness")]
    [InlineData("km=5&soreness=3.5", "soreness")]
    [InlineData("km=5&soreness=٣", "soreness")]
    [InlineData("km=5&usual=9", "usual")]
    [InlineData("km=5&usual=241", "usual")]
    [InlineData("km=5&units=furlongs", "units")]
    [InlineData("km=5&time=9:59", "time")]
    [InlineData("km=10&time=19:50", "time")]
    [InlineData("km=5&time=2:30:01", "time")]
    [InlineData("km=5&time=0:00", "time")]
    [InlineData("km=5&time=25:61", "time")]
    [InlineData("km=5&time=soon", "time")]
    [InlineData("km=5&next=2026-11-22", "next")]
    [InlineData("km=5&next=2026-11-21", "next")]
    [InlineData("km=5&next=2026-11-31", "next")]
    [InlineData("km=5&zone=Mars/Phobos", "zone")]
    [InlineData("km=5&zone=../../etc/passwd", "zone")]
    [InlineData("km=5&zone=localtime", "zone")]
    [InlineData("km=5&zone=posixrules", "zone")]
    [InlineData("km=5&zone=Factory", "zone")]
    [InlineData("km=5&zone=posix/Europe/Berlin", "zone")]
    [InlineData("km=5&zone=right/Europe/Berlin", "zone")]
    [InlineData("km=5&zone=Europe//Berlin", "zone")]
    [InlineData("km=5&zone=Europe/../Europe/Berlin", "zone")]
    [InlineData("km=5&zone=W. Europe Standard Time", "zone")]
    [InlineData("km=5&zone=europe/berlin", "zone")]
    [InlineData("km=5&held=1.1", "held")]
    [InlineData("km=5&held=2.1", "held")]
    [InlineData("km=5&held=0", "held")]
    [InlineData("distance=5k&held=1", "held")]
    [InlineData("km=5&held=99", "held")]
    [InlineData("km=5&held=2,3", "held")]
    [InlineData("km=5&v=0", "v")]
    [InlineData("km=5&v=2", "v")]
    [InlineData("km=5&v=one", "v")]
    [InlineData("km=5&km=6", "km")]
    public void What_cannot_be_planned_is_refused_by_field_with_what_is_allowed(string query, string field)
    {
        var reading = Read(query.Contains("date=", StringComparison.Ordinal) ? query : $"{query}&date=2026-11-22");
        Assert.Null(reading.Request);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(field, problem.Field);
        Assert.True(problem.Text.Length > 20, problem.Text);
    }

    /// <summary>The system remembers a zone that it has found once, and then in any case.</summary>
    [Fact]
    public void A_zone_has_one_spelling_whoever_asked_for_it_before()
    {
        Assert.NotNull(Read("km=5&date=2026-11-22&zone=Europe/Berlin").Request);
        Assert.Equal("zone", Assert.Single(Read("km=5&date=2026-11-22&zone=Europe/BERLIN").Problems).Field);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form() =>
        Assert.Equal(["km", "effort", "date", "soreness", "v"], Read("v=9&soreness=11&km=0&date=2026-02-30&effort=x").Problems.Select(problem => problem.Field));

    [Fact]
    public void What_is_far_too_long_is_not_looked_at() =>
        Assert.Equal("It has 100000 characters; wanted at most 100.", Assert.Single(Read($"km={new string('9', 100_000)}&date=2026-11-22").Problems).Text);

    [Fact]
    public void What_is_left_out_is_as_usual()
    {
        var request = Read("distance=tempo&date=2026-11-22").Request!;
        Assert.Equal(
            (8.0, Effort.Hard, Experience.Regular, Terrain.Flat, null, 40, Units.Km, 1),
            (request.Km, request.Effort, request.Experience, request.Terrain, request.Soreness, request.UsualMinutes, request.Units, request.Rules.Version));
        Assert.Equal(Effort.Hard, Read("km=12&date=2026-11-22").Request!.Effort);
        Assert.Equal(30, Read("km=12&date=2026-11-22&experience=new").Request!.UsualMinutes);
    }

    [Fact]
    public void I12_a_distance_in_miles_gives_the_plan_of_the_same_distance_in_kilometres()
    {
        Assert.Equal(Days("km=21.0975&date=2026-11-22"), Days("mi=13.1094&date=2026-11-22"));
        Gen.Int[4000, 3000000].Holds(tenthsOfMetres =>
        {
            var km = tenthsOfMetres / 10000m;
            Assert.Equal(Days(Said($"km={km}&date=2026-11-22&effort=all_out")), Days(Said($"mi={Math.Round(km / 1.609344m, 6)}&date=2026-11-22&effort=all_out")));
        });

        static IReadOnlyList<PlanDay> Days(string query) => Read(query).Request is { } request ? RecoveryPlanner.Plan(request).Days : [];
    }

    [Theory]
    [InlineData("mi=8&date=2026-11-22", Units.Mi, "mi=8&date=2026-11-22&v=1")]
    [InlineData("mi=8&date=2026-11-22&units=km", Units.Km, "mi=8&date=2026-11-22&units=km&v=1")]
    [InlineData("km=8&date=2026-11-22&units=mi", Units.Mi, "km=8&date=2026-11-22&units=mi&v=1")]
    public void Whoever_writes_miles_reads_miles(string written, Units units, string address)
    {
        var request = Read(written).Request!;
        Assert.Equal((units, address), (request.Units, AddressOf(request)));
    }

    [Fact]
    public void A_comma_is_a_decimal_point() => Assert.Equal(21.5, Read("km=21,5&date=2026-11-22").Request!.Km);

    [Fact]
    public void An_address_gives_back_what_was_planned() =>
        AnyRequest.Written.Holds(query =>
        {
            var request = Read(query).Request;
            Assert.NotNull(request);
            var address = AddressOf(request);
            var again = Read(address).Request!;
            Assert.Equal(address, AddressOf(again));
            Assert.Equal(RecoveryPlanner.Plan(request).Days, RecoveryPlanner.Plan(again).Days);
            Assert.Equal((request.FinishTime, request.Units, request.NextRace, request.Zone, request.Soreness, request.Usual, string.Join('.', request.Held)), (again.FinishTime, again.Units, again.NextRace, again.Zone, again.Soreness, again.Usual, string.Join('.', again.Held)));
            Assert.InRange(address.Length, 1, 300);
        });

    [Theory]
    [InlineData("distance=marathon&effort=all_out&date=2026-11-22&experience=regular&terrain=flat&units=km", "distance=marathon&date=2026-11-22&v=1")]
    [InlineData("v=1&date=2026-11-22&km=21,5000&effort=hard", "km=21.5&date=2026-11-22&v=1")]
    [InlineData("mi=13.1094&date=2026-11-22&soreness=0&time=0:59:59", "mi=13.1094&date=2026-11-22&soreness=0&time=59:59&v=1")]
    [InlineData("distance=5k&date=2026-11-22&held=2.4&zone=Europe/Berlin&next=2026-12-24&usual=50&units=mi&terrain=downhill", "distance=5k&date=2026-11-22&terrain=downhill&usual=50&units=mi&next=2026-12-24&zone=Europe/Berlin&held=2.4&v=1")]
    public void A_plan_has_one_shortest_address(string written, string address) => Assert.Equal(address, AddressOf(Read(written).Request!));

    internal static PlanReading Read(string query)
    {
        var values = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToLookup(part => part[0], part => (string?)part[1]);
        return PlanReader.Read(new WrittenPlan(field => [.. values[field]]), Shipped.Shelf);
    }

    private static string AddressOf(PlanRequest request) => string.Join('&', PlanWriter.Write(request).Select(part => $"{part.Key}={part.Value}"));

    private static string Said(FormattableString words) => FormattableString.Invariant(words);
}
