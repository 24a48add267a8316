using System.Globalization;
using System.Text.RegularExpressions;

namespace RunRecovery.Core.Recovery;

/// <summary>A distance as somebody writes it into a form: one of a list, or kilometres, or miles, in fields called <c>distance</c>, <c>km</c> and <c>mi</c>.</summary>
public static partial class WrittenDistance
{
    public const string Known = "distance";
    public const string Kilometres = "km";
    public const string Miles = "mi";

    /// <summary>Up to six digits, and after a point or a comma up to six more: no sign, no exponent, no other digits.</summary>
    [GeneratedRegex(@"^[0-9]{1,6}([.,][0-9]{1,6})?\z")]
    private static partial Regex Number { get; }

    /// <returns>In kilometres; null with a problem.</returns>
    public static double? Read(string? known, string? km, string? mi, IEnumerable<NamedDistance> list, InputLimits limits, out FieldProblem? problem)
    {
        // An empty field of a form is in the address too.
        (string Field, string Text)[] written = [.. new[] { (Known, known), (Kilometres, km), (Miles, mi) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).Select(f => (f.Item1, f.Item2!.Trim()))];
        double? value = null;
        problem = written switch
        {
            [] => new(Known, "Choose a distance from the list, or write your own in kilometres or in miles."),
            [_, .. { Length: > 0 }] => new(written[^1].Field, "Give the distance once: from the list, or in kilometres, or in miles. Leave the other fields empty."),
            [(Known, var id)] => (value = list.FirstOrDefault(d => d.Id == id)?.Km) is null ? new(Known, $"This distance is not in the list. Choose one that is ({string.Join(", ", list.Select(d => d.Id))}), or write your own in kilometres or in miles.") : null,
            [var (field, text)] => (value = InKm(field, text, limits)) is null ? new(field, Allowed(field, limits)) : null,
        };
        return value;
    }

    private static double? InKm(string field, string text, InputLimits limits)
    {
        if (!Number.IsMatch(text))
        {
            return null;
        }

        var km = double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) * KmPer(field);
        return km >= limits.ShortestKm && km <= limits.LongestKm ? km : null;
    }

    private static string Allowed(string field, InputLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"Write the distance as a number from {Math.Ceiling(limits.ShortestKm / KmPer(field) * 100) / 100} to {Math.Floor(limits.LongestKm / KmPer(field))}, such as 12 or 12.5, with at most six decimals.");

    private static double KmPer(string field) => field == Miles ? RecoveryRules.KmPerMile : 1;
}
