using System.Globalization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>The daily check as its form sends it: beside what the plan's address has, the day, how sore, and what was ticked.</summary>
public static class MorningForm
{
    public const string Day = "day";
    public const string Soreness = "sore";

    /// <summary>What a ticked box sends.</summary>
    public const string Ticked = "on";

    public static readonly IReadOnlyList<(MorningSign Sign, string Name)> Signs =
    [
        (MorningSign.Spot, "Pain at one spot"),
        (MorningSign.Stride, "Pain that changes how I walk or run"),
        (MorningSign.Fever, "Fever, or ill below the neck"),
        (MorningSign.Urine, "Dark urine, like tea or cola"),
        (MorningSign.Calf, "One calf swollen, warm or throbbing"),
    ];

    /// <summary>Null: not the answer to this plan's question; the problem says why. What cannot be understood is never taken for "nothing".</summary>
    public static (PlanDay Day, Morning Morning)? Read(IQueryCollection query, RecoveryPlan plan, out string? problem)
    {
        var day = Whole(query[Day]) is { } number && number < plan.Days.Count ? plan.Days[number] : null;
        var soreness = Whole(query[Soreness]);
        MorningSign[] signs = [.. Signs.Select(sign => sign.Sign).Where(sign => query.ContainsKey(Choice.WordOf(sign)))];
        var odd = signs.Select(Choice.WordOf).FirstOrDefault(name => query[name].Any(value => value != Ticked));
        var most = plan.Request.Rules.HighestSoreness;
        problem = day is null || !DailyCheck.IsAsked(plan, day)
                ? $"{Day}: wanted a day of the plan that has a run: {string.Join(", ", plan.Days.Where(run => DailyCheck.IsAsked(plan, run)).Select(run => run.Day))}."
            : (soreness is null && (query[Soreness].ToString().Length > 0 || signs.Length == 0)) || soreness > most ? $"{Soreness}: wanted a whole number from 0 to {most}."
            : odd is not null ? $"{odd}: wanted {Ticked}, or nothing."
            : null;
        return problem is null ? (day!, new Morning(soreness, signs)) : null;
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
