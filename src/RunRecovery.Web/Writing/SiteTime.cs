using System.Globalization;

namespace RunRecovery.Web.Writing;

/// <summary>Times that authors type: in the site's time zone.</summary>
public static class SiteTime
{
    /// <summary>In UTC; null: no time. One that a clock change skips is an hour later.</summary>
    public static DateTime? Parse(string? text, TimeZoneInfo zone) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault, out var time) && time.Year > 1
            ? TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(zone.IsInvalidTime(DateTime.SpecifyKind(time, DateTimeKind.Unspecified)) ? time.AddHours(1) : time, DateTimeKind.Unspecified), zone)
            : null;

    public static string Show(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string ShowSeconds(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    public static string ForField(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
