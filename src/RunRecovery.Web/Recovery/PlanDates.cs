using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Recovery;

/// <summary>Which day it is for a runner: in the zone of the plan, else where the blog is.</summary>
public sealed class PlanDates(SiteOptions site, TimeProvider clock)
{
    public DateOnly Today(PlanRequest? plan = null) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), ZoneOf(plan)).DateTime);

    /// <summary>By its name.</summary>
    public string Zone(PlanRequest? plan = null) => ZoneOf(plan).Id;

    /// <summary>While it is this day for the runner.</summary>
    public RightSpan SpanOf(DateOnly day, PlanRequest plan) => new(Begin(day, plan), Begin(day.AddDays(1), plan));

    /// <summary>When a day begins for the runner, in UTC.</summary>
    public DateTime Begin(DateOnly day, PlanRequest plan) => ReadersDay.Begin(day, ZoneOf(plan));

    private TimeZoneInfo ZoneOf(PlanRequest? plan) => plan?.Zone ?? site.Zone;
}
