using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Recovery.Maths;
using RunRecovery.Web.Recovery;

namespace RunRecovery.Web.Pages.Recovery;

public sealed class PacesModel(PlannerBook book) : PageModel
{
    private static readonly IReadOnlyList<string> Fields = [WrittenPlan.Distance, WrittenPlan.Km, WrittenPlan.Miles, WrittenPlan.Time];

    public WrittenPlan Written { get; private set; } = new(_ => []);

    /// <summary>Null: nothing was asked, or it cannot be answered.</summary>
    public RaceEquivalents? Answer { get; private set; }

    public FieldProblems Problems { get; private set; } = FieldProblems.None;

    public IActionResult OnGet()
    {
        if (!Fields.Any(Request.Query.ContainsKey))
        {
            return Page();
        }

        Written = new WrittenPlan(field => Request.Query[field]);
        var limits = book.Rules.Newest.Limits;
        var km = WrittenDistance.Read(Written[WrittenPlan.Distance], Written[WrittenPlan.Km], Written[WrittenPlan.Miles], NamedDistance.Races, limits, out var wrongDistance);
        var time = FinishTime.Read(Written[WrittenPlan.Time], km, limits, out var wrongTime);
        var unread = Written.Problems.Where(problem => Fields.Contains(problem.Field)).ToList();
        Problems = new FieldProblems(unread.Count > 0 ? unread : [.. new[] { wrongDistance, wrongTime }.OfType<FieldProblem>()]);
        if (Problems.All.Count == 0 && km is { } distance && time is { } finish)
        {
            Answer = new RaceEquivalents(distance, finish, PlanRequest.UsualUnits(Written[WrittenPlan.Miles] is not null));
        }
        else
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
