using System.Globalization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>What runners ask about the planner, in plain text.</summary>
public sealed record PlannerQuestion(string Question, string Answer)
{
    /// <param name="plans">Of the usual races; what the answers say of days comes from them.</param>
    public static IReadOnlyList<PlannerQuestion> All(IEnumerable<RecoveryPlan> plans) =>
    [
        .. plans.Where(plan => plan.Request.Preset is { Id: "marathon" or "half" }).OrderByDescending(plan => plan.Request.Km).Select(WhenAfter),
        new("Are these numbers proven?",
            "No. They are editorial choices that stand between the sources: no trial has tested a day-by-day plan like this. Each plan shows the row of numbers it was made from and the sources around it."),
        new("Why does nobody ask for my age or my finish time?",
            "Because the sources give no size that could be used. Faster runners had higher blood markers after a marathon, slower and newer runners are said to need longer, and older athletes are little tested. Your finish time is only shown as a pace."),
        new("What if I feel fine earlier, or worse?",
            "Earlier: wait for the day anyway. Worse: use the daily check of your plan on the morning of a run. It may put the run off and moves all later days by one. A plan is never shortened, and no plan clears you to run."),
        new("Who sees what I write here?",
            "This program keeps nothing of it: there is no account and no cookie, and no log has what you write. Your plan is its address, so your browser remembers it, a calendar or feed service you give it to sees it, and so does everybody you share it with."),
    ];

    private static PlannerQuestion WhenAfter(RecoveryPlan plan)
    {
        var race = plan.Request.Preset!.Name.ToLowerInvariant();
        return new($"When may I run again after a {race}?", string.Create(CultureInfo.InvariantCulture,
            $"After a {race} run all out on a flat course, this planner gives a regular runner {plan.RestDays} days without running at first. The first run, short and easy, is on day {plan.FirstRun.Day}; the first hard day is day {plan.FirstHardDay.Day}. Soreness, hills and less experience add days."));
    }
}
