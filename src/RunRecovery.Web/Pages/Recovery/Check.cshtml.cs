using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NetEscapades.AspNetCore.SecurityHeaders;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Recovery;
using RunRecovery.Web.Security;

namespace RunRecovery.Web.Pages.Recovery;

/// <summary>The answer to "How is it this morning?". What was ticked stays here; the address of the plan holds only which runs were put off.</summary>
[ResponseCache(NoStore = true)]
[SecurityHeadersPolicy(SecurityHeaders.OfSecrets)]
public sealed class CheckModel(PlannerBook book) : PageModel
{
    /// <summary>Not null: what was wrong with the question.</summary>
    public IReadOnlyList<string>? Problems { get; private set; }

    public PlannerBook Book => book;
    public RecoveryPlan Plan { get; private set; } = null!;
    public PlanDay Day { get; private set; } = null!;
    public DailyVerdict Verdict { get; private set; } = null!;

    /// <summary>Those that belong to what was ticked.</summary>
    public IReadOnlyList<WarningSign> Warnings => Book.Warnings.Of([.. Verdict.Warnings]);

    public IReadOnlyList<WarningSign> Others => [.. Book.Warnings.All.Except(Warnings)];

    public IActionResult OnGet()
    {
        var asked = AskedPlan.Of(Request, book.Rules);
        if (asked.Reading.Request is not { } request)
        {
            return Wrong(asked.Reading.Problems.Select(problem => $"{problem.Field}: {problem.Text}"));
        }

        Plan = RecoveryPlanner.Plan(request);
        if (MorningForm.Read(Request.Query, Plan, out var problem) is not { } answer)
        {
            return Wrong([problem!]);
        }

        (Day, Verdict) = (answer.Day, DailyCheck.Judge(Plan, answer.Day, answer.Morning));
        return Page();
    }

    private PageResult Wrong(IEnumerable<string> problems)
    {
        Problems = [.. problems];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
