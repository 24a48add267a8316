using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Recovery;

namespace RunRecovery.Web.Pages.Recovery;

/// <summary>The form. With a query it is filled already, so that a plan can be changed.</summary>
[Finished(Kept = false)]
public sealed class IndexModel(PlannerBook book, PlanDates dates) : PageModel
{
    public PlanForm Form { get; private set; } = null!;
    public PlannerBook Book => book;

    /// <summary>What the planner says most often.</summary>
    public IReadOnlyList<RecoveryPlan> AtAGlance { get; private set; } = [];

    public IReadOnlyList<PlannerQuestion> Questions { get; private set; } = [];

    public IActionResult OnGet()
    {
        Form = new PlanForm(AskedPlan.Of(Request, book.Rules), book.Rules.Newest, dates.Today(), dates.Zone(), Says: false);
        AtAGlance = [.. book.Rules.Newest.Presets.Where(preset => preset.Effort == Effort.AllOut).Select(preset => PlanOf(book.Rules.Newest, preset))];
        Questions = PlannerQuestion.All(AtAGlance);
        return Page();
    }

    /// <summary>For search engines: the questions that stand on the page.</summary>
    public JsonObject Faq() => new()
    {
        ["@type"] = "FAQPage",
        ["mainEntity"] = new JsonArray([.. Questions.Select(question => new JsonObject
        {
            ["@type"] = "Question",
            ["name"] = question.Question,
            ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = question.Answer },
        })]),
    };

    private RecoveryPlan PlanOf(RecoveryRules rules, Preset preset) =>
        RecoveryPlanner.Plan(new PlanRequest { Rules = rules, Preset = preset, Km = preset.Km, Effort = preset.Effort, Date = dates.Today() });
}
