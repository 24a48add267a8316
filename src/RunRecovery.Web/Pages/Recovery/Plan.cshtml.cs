using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NetEscapades.AspNetCore.SecurityHeaders;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Recovery;
using RunRecovery.Web.Security;

namespace RunRecovery.Web.Pages.Recovery;

[Finished(Kept = false)]
[SecurityHeadersPolicy(SecurityHeaders.OfSecrets)]
public sealed class PlanModel(PlannerBook book, PlanAdvisor advisor, PlanDates dates) : PageModel
{
    /// <summary>Not null: what was written is no plan, and here it is again.</summary>
    public PlanForm? Form { get; private set; }

    public RecoveryPlan Plan { get; private set; } = null!;
    public PlannerBook Book => book;
    public IReadOnlyList<PhaseAdvice> Phases { get; private set; } = [];
    public DateOnly TodaysDate { get; private set; }

    /// <summary>Where the runner's days begin.</summary>
    public string Zone => dates.Zone(Plan.Request);

    /// <summary>Null: the plan has not begun, or is over.</summary>
    public PlanDay? Today => Plan.On(TodaysDate);

    /// <summary>The run that the daily check asks about: today's, or one that is today's somewhere else. Null: there is none.</summary>
    public PlanDay? Morning { get; private set; }

    public RampPicture Ramp => new(Plan, TodaysDate);

    /// <summary>The rows of the rules that the days come from: that of the distance, or the two around it.</summary>
    public IEnumerable<Anchor> Rows => Plan.Request.Rules.Around(Plan.Request.Km);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.QueryString.HasValue)
        {
            return LocalRedirect(Links.Planner);
        }

        var asked = AskedPlan.Of(Request, book.Rules);
        if (asked.Reading.Request is not { } request)
        {
            Form = new PlanForm(asked, book.Rules.Newest, dates.Today(), dates.Zone(), Says: true);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (!AskedPlan.IsSpelled(Request, request))
        {
            return LocalRedirect(Links.Of(request));
        }

        Plan = RecoveryPlanner.Plan(request);
        TodaysDate = dates.Today(request);
        Morning = dates.Todays(request).Select(Plan.On).FirstOrDefault(day => day is not null && DailyCheck.IsAsked(Plan, day));
        HttpContext.Features.Set(dates.SpanOfTodays(request));
        Phases = await advisor.AdviseAsync(Plan, book, cancel);
        return Page();
    }
}
