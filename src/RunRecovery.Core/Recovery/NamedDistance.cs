using static System.FormattableString;

namespace RunRecovery.Core.Recovery;

/// <summary>A distance that has a name.</summary>
/// <param name="Id">As in addresses.</param>
public record NamedDistance(string Id, string Name, double Km)
{
    /// <summary>The distances that are raced most, shortest first.</summary>
    public static readonly IReadOnlyList<NamedDistance> Races =
    [
        new("1500m", "1500 m", 1.5),
        new("mile", "Mile", RecoveryRules.KmPerMile),
        new("3k", "3K", 3),
        new("5k", "5K", 5),
        new("10k", "10K", 10),
        new("15k", "15K", 15),
        new("10mi", "10 miles", 10 * RecoveryRules.KmPerMile),
        new("half", "Half marathon", 21.0975),
        new("marathon", "Marathon", 42.195),
        new("50k", "50K", 50),
    ];

    /// <summary>What a distance without a name is called, in a reader's own unit and to three decimals.</summary>
    public static string Length(double km, Units units) => units == Units.Mi ? Invariant($"{km / RecoveryRules.KmPerMile:0.###} miles") : Invariant($"{km:0.###} km");
}
