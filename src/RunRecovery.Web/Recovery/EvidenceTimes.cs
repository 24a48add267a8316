using System.Globalization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>When a measure is for, in words.</summary>
public static class EvidenceTimes
{
    private const int Day = 24;

    public static string InWords(Evidence row) => (row.FromHours, row.ToHours) switch
    {
        ( < 0, <= 0) => $"{Span(-row.FromHours)} to {Span(-row.ToHours)} before",
        ( < 0, _) => $"{Span(-row.FromHours)} before to {Span(row.ToHours)} after",
        (0, 0.5) => "first half hour",
        (0, 1) => "first hour",
        (0, _) => $"first {Span(row.ToHours)}",
        ( >= Day, _) => $"{Number(row.FromHours / Day)} to {Number(row.ToHours / Day)} days",
        _ => $"{Span(row.FromHours)} to {Span(row.ToHours)}",
    };

    /// <summary>A day and less in hours, more in days.</summary>
    private static string Span(double hours) => hours <= Day ? Said(hours, "hour") : Said(hours / Day, "day");

    private static string Said(double number, string unit) => $"{Number(number)} {unit}{(number == 1 ? "" : "s")}";

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
