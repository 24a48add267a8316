namespace RunRecovery.Core.Recovery;

/// <summary>
/// Turns a run into days. The same request gives the same plan for ever: no clock, no chance. The numbers are in <see cref="RecoveryRules"/>,
/// the words for R, T, N and E are those of the published rules.
/// </summary>
public static class RecoveryPlanner
{
    public static RecoveryPlan Plan(PlanRequest request)
    {
        var (rules, shape) = (request.Rules, request.Rules.Shape);
        var total = TotalBeforeSoreness(request);
        var rest = total <= shape.NoRestUpTo ? 0 : Round(total * shape.RestShare);
        var sore = rules.DaysFor(request.Soreness);
        (total, rest) = (total + sore, rest + sore);
        var lastEasy = rest + (int)Math.Ceiling((total - rest) * shape.EasyReturnShare);

        List<PlanDay> days = [new(0, request.Date, PlanPhases.Day0, DayKind.Event, 0)];
        days.AddRange(Numbered(1, rest).Select(day => new PlanDay(day, default, PlanPhases.Rest, DayKind.Rest, day)));
        days.AddRange(Numbered(rest + 1, lastEasy).Select(day => EasyReturn(request, day, day - rest, lastEasy - rest)));
        days.AddRange(Numbered(lastEasy + 1, total).Select(day => Rebuild(request, day, day - lastEasy, total - lastEasy)));
        days.Add(Run(request, total + 1, PlanPhases.Normal, DayKind.Normal, 100));
        return new RecoveryPlan { Request = request, Days = [.. Dated(request, days)] };
    }

    /// <summary>T0 of the rules: R times its factors, within the limits.</summary>
    private static int TotalBeforeSoreness(PlanRequest request)
    {
        var rules = request.Rules;
        var days = Round(Interpolated(rules, request.Km, request.Effort) * rules.Experience[request.Experience].Factor * rules.Terrain[request.Terrain]);
        return Math.Clamp(days, rules.Shape.ShortestDays, rules.Shape.LongestDays);
    }

    private static double Interpolated(RecoveryRules rules, double km, Effort effort)
    {
        var around = rules.Around(km).ToList();
        return around is [var from, var to] ? from[effort] + (to[effort] - from[effort]) * (km - from.Km) / (to.Km - from.Km) : around[0][effort];
    }

    private static PlanDay EasyReturn(PlanRequest request, int day, int nth, int of)
    {
        var ramp = request.Rules.Shape.EasyReturn;
        return of >= ramp.RestFromDays && nth % ramp.RestEvery == 0
            ? new PlanDay(day, default, PlanPhases.EasyReturn, DayKind.Rest, day)
            : Run(request, day, PlanPhases.EasyReturn, DayKind.Easy, Percent(request.Rules.Shape, ramp, nth, of));
    }

    private static PlanDay Rebuild(PlanRequest request, int day, int nth, int of)
    {
        var ramp = request.Rules.Shape.Rebuild;
        return of >= ramp.RestFromDays && nth % ramp.RestEvery == 0 && nth != of
            ? new PlanDay(day, default, PlanPhases.Rebuild, DayKind.Rest, day)
            : Run(request, day, PlanPhases.Rebuild, (of - nth) % request.Rules.Shape.StridesEvery == 0 ? DayKind.EasyWithStrides : DayKind.Easy, Percent(request.Rules.Shape, ramp, nth, of));
    }

    private static PlanDay Run(PlanRequest request, int day, string phase, DayKind kind, int percent)
    {
        var minutes = request.Rules.Shape.Minutes;
        return new PlanDay(day, default, phase, kind, day, percent,
            Math.Clamp(minutes.Step * Round(request.UsualMinutes * percent / 100.0 / minutes.Step), minutes.Fewest, minutes.Most));
    }

    private static int Percent(PlanShape shape, Ramp ramp, int nth, int of) =>
        shape.PercentStep * Round((ramp.FromPercent + (ramp.ToPercent - ramp.FromPercent) * (double)nth / of) / shape.PercentStep);

    /// <summary>Each day on which a run was put off comes before the day it put off, and moves all that follow.</summary>
    private static IEnumerable<PlanDay> Dated(PlanRequest request, List<PlanDay> days)
    {
        var day = 0;
        foreach (var planned in days)
        {
            for (; planned.IsRun && request.Held.Contains(day); day++)
            {
                yield return new PlanDay(day, request.Date.AddDays(day), planned.Phase, DayKind.Held, planned.Planned);
            }

            yield return planned with { Day = day, Date = request.Date.AddDays(day) };
            day++;
        }
    }

    private static IEnumerable<int> Numbered(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1));

    /// <summary>Half up, and a hair below the half counts as the half: 2.5 may come as 2.4999999999.</summary>
    private static int Round(double days) => (int)Math.Floor(days + 0.5 + 1e-9);
}
