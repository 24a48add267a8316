using System.Globalization;

namespace RunRecovery.Web.Pages.Admin;

public static class Times
{
    /// <summary>In the site's zone, day before month.</summary>
    public static string Minute(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
