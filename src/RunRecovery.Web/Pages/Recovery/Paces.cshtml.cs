using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Recovery.Maths;
using RunRecovery.Web.Recovery;

namespace RunRecovery.Web.Pages.Recovery;

public sealed class PacesModel(PlannerBook book) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Distance { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Km { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mi { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Time { get; set; }

    /// <summary>Null: nothing was asked, or it cannot be answered.</summary>
    public RaceEquivalents? Answer { get; private set; }

    public FieldProblems Problems { get; private set; } = FieldProblems.None;

    /// <summary>A form never shows more of what was written.</summary>
    public static string? Shown(string? written) => written?.Length <= WrittenPlan.LongestValue ? written : null;

    public IActionResult OnGet()
    {
        if (!new[] { WrittenDistance.Known, WrittenDistance.Kilometres, WrittenDistance.Miles, FinishTime.Field }.Any(Request.Query.ContainsKey))
        {
            return Page();
        }

        var limits = book.Rules.Newest.Limits;
        var km = WrittenDistance.Read(Distance, Km, Mi, NamedDistance.Races, limits, out var wrongDistance);
        var time = FinishTime.Read(Time, km, limits, out var wrongTime);
        Problems = new FieldProblems([.. new[] { wrongDistance, wrongTime }.OfType<FieldProblem>()]);
        if (km is { } distance && time is { } finish)
        {
            Answer = new RaceEquivalents(distance, finish);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
