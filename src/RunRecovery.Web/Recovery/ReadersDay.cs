namespace RunRecovery.Web.Recovery;

/// <summary>When a day of the calendar begins where somebody lives.</summary>
public static class ReadersDay
{
    /// <summary>In UTC. Where the clock goes back over midnight, the first of the two; where it goes forward over it, the moment at which it does.</summary>
    public static DateTime Begin(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max()
            : zone.IsInvalidTime(midnight) ? zone.GetUtcOffset(midnight.AddDays(-1))
            : zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }
}
