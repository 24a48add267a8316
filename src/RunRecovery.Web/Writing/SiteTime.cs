using System.Globalization;

namespace RunRecovery.Web.Writing;

/// <summary>Times that authors type: in the site's time zone.</summary>
public static class SiteTime
{
    /// <summary>What a browser's field sends, and what somebody types where it has none. No other order of day and month: it would be guessed.</summary>
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF"];

    /// <summary>In UTC; null: no time. One that a clock change skips is an hour later; of one that comes twice it is the later.</summary>
    public static DateTime? Parse(string? text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time)
            ? TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(time) ? time.AddHours(1) : time, zone)
            : null;

    public static string Show(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string ShowSeconds(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    public static string ForField(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
