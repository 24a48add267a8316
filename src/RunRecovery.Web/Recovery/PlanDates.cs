using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Recovery;

/// <summary>Which day it is for a runner: in the zone of the plan, else where the blog is.</summary>
public sealed class PlanDates(SiteOptions site, TimeProvider clock)
{
    private static readonly TimeZoneInfo FirstOnEarth = TimeZoneInfo.CreateCustomTimeZone("UTC+14", TimeSpan.FromHours(14), null, null);
    private static readonly TimeZoneInfo LastOnEarth = TimeZoneInfo.CreateCustomTimeZone("UTC-12", TimeSpan.FromHours(-12), null, null);

    public DateOnly Today(PlanRequest? plan = null) => TodayIn(ZoneOf(plan));

    /// <summary>By its name.</summary>
    public string Zone(PlanRequest? plan = null) => ZoneOf(plan).Id;

    /// <summary>The days that it may be for the runner, that of <see cref="Today"/> first: whoever names no zone may live anywhere.</summary>
    public IEnumerable<DateOnly> Todays(PlanRequest plan) => ZonesOf(plan).Select(TodayIn).Distinct();

    /// <summary>While it is these days.</summary>
    public RightSpan SpanOfTodays(PlanRequest plan)
    {
        var days = ZonesOf(plan).Select(zone => (From: ReadersDay.Begin(TodayIn(zone), zone), To: ReadersDay.Begin(TodayIn(zone).AddDays(1), zone))).ToList();
        return new RightSpan(days.Max(day => day.From), days.Min(day => day.To));
    }

    /// <summary>When a day begins for the runner, in UTC.</summary>
    public DateTime Begin(DateOnly day, PlanRequest plan) => ReadersDay.Begin(day, ZoneOf(plan));

    private DateOnly TodayIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);

    private IReadOnlyList<TimeZoneInfo> ZonesOf(PlanRequest plan) => plan.Zone is { } zone ? [zone] : [site.Zone, FirstOnEarth, LastOnEarth];

    private TimeZoneInfo ZoneOf(PlanRequest? plan) => plan?.Zone ?? site.Zone;
}
