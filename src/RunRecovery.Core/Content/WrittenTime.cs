using System.Globalization;
using System.Text.RegularExpressions;

namespace RunRecovery.Core.Content;

/// <summary>Dates as authors and their tools write them. What names no zone is in the site's.</summary>
internal static partial class WrittenTime
{
    public const string Wanted = "a day that exists, such as 2026-11-23, 2026-11-23 18:00 or 2026-11-23T18:00:00+01:00";

    private static readonly string[] DaysInWords = ["MMM d yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>In UTC; null when it is none.</summary>
    public static DateTime? Parse(string text, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text, DaysInWords, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return ToUtc(day, zone);
        }

        var written = Pattern.Match(text);
        if (!written.Success || !DateTime.TryParseExact(
            $"{written.Groups["day"]} {Or(written.Groups["time"], "00:00")}:{Or(written.Groups["seconds"], "00")}",
            "yyyy-M-d H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        // Not by way of a double, which is not exact to the tick.
        local = local.AddTicks((long)(decimal.Parse($"0{written.Groups["fraction"]}", CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));
        return written.Groups["zone"].Success ? Shift(local, written) : ToUtc(local, zone);
    }

    /// <summary>In UTC, exact to the tick, and no longer than it must be.</summary>
    public static string Write(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ParseDay(string text) => Parse(text, TimeZoneInfo.Utc) is { } time ? DateOnly.FromDateTime(time) : null;

    private static DateTime? Shift(DateTime local, Match written)
    {
        if (!written.Groups["sign"].Success)
        {
            return DateTime.SpecifyKind(local, DateTimeKind.Utc);
        }

        var minutes = (Number(written.Groups["hours"]) * 60) + Number(written.Groups["minutes"]);
        var offset = TimeSpan.FromMinutes(written.Groups["sign"].Value == "-" ? -minutes : minutes);
        var isPossible = minutes <= 14 * 60 && local > DateTime.MinValue.AddDays(1) && local < DateTime.MaxValue.AddDays(-1);
        return isPossible ? DateTime.SpecifyKind(local - offset, DateTimeKind.Utc) : null;
    }

    private static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        // A clock that goes forward skips an hour; who names a time in it means the moment at which it went.
        var existing = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return TimeZoneInfo.ConvertTimeToUtc(existing, zone);
    }

    private static string Or(Group group, string otherwise) => group.Success ? group.Value : otherwise;

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:(?:[Tt]|\ +)(?<time>[0-9]{1,2}:[0-9]{2})(?::(?<seconds>[0-9]{2})(?<fraction>\.[0-9]{1,9})?)?\ *(?<zone>[Zz]|UTC|GMT|(?<sign>[+-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?)?)?$")]
    private static partial Regex Pattern { get; }
}
