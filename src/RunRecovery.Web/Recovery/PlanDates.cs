using RunRecovery.Core.Recovery;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Recovery;

/// <summary>Which day it is for a runner: in the zone of the plan, else where the blog is.</summary>
public sealed class PlanDates(SiteOptions site, TimeProvider clock)
{
    public DateOnly Today(PlanRequest? plan = null) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), plan?.Zone ?? site.Zone).DateTime);

    /// <summary>By its name.</summary>
    public string Zone(PlanRequest? plan = null) => (plan?.Zone ?? site.Zone).Id;
}
