using System.Globalization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>The daily check as its form sends it: beside what the plan's address has, the day, how sore, and what was ticked.</summary>
public static class MorningForm
{
    public const string Day = "day";
    public const string Soreness = "sore";

    private const int MostSoreness = 10;

    public static readonly IReadOnlyList<(MorningSign Sign, string Name)> Signs =
    [
        (MorningSign.Spot, "Pain at one spot"),
        (MorningSign.Stride, "Pain that changes how I walk or run"),
        (MorningSign.Fever, "Fever, or ill below the neck"),
        (MorningSign.Urine, "Dark urine, like tea or cola"),
        (MorningSign.Calf, "One calf swollen, warm or throbbing"),
    ];

    /// <summary>Null: not the answer to this plan's question; the problem says why.</summary>
    public static (PlanDay Day, Morning Morning)? Read(IQueryCollection query, RecoveryPlan plan, out string? problem)
    {
        problem = null;
        if (Whole(query[Day]) is not { } day || day >= plan.Days.Count || !plan.Days[day].IsRun)
        {
            problem = $"{Day}: wanted a day of the plan that has a run: {string.Join(", ", plan.Days.Where(run => run.IsRun).Select(run => run.Day))}.";
            return null;
        }

        var sore = query[Soreness].ToString();
        if (sore.Length > 0 && Whole(sore) is not <= MostSoreness)
        {
            problem = $"{Soreness}: wanted a whole number from 0 to {MostSoreness}.";
            return null;
        }

        return (plan.Days[day], new Morning(Whole(sore), [.. Signs.Select(sign => sign.Sign).Where(sign => query[Choice.WordOf(sign)] == "on")]));
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
