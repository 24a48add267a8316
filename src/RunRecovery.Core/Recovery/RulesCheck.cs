using static System.FormattableString;

namespace RunRecovery.Core.Recovery;

/// <summary>What numbers a planner can work with. Plans that are longer for less, or that never end, are refused here and not found out by a runner.</summary>
internal static class RulesCheck
{
    /// <summary>What is wrong, with the key and what is wanted; null when nothing is.</summary>
    public static string? ProblemOf(RecoveryRules rules, int version, string seal) => All(rules, version, seal).FirstOrDefault();

    private static IEnumerable<string> All(RecoveryRules rules, int version, string seal) =>
        [.. Table(rules), .. Factors(rules), .. Soreness(rules), .. Shape(rules.Shape), .. Others(rules), .. Presets(rules), .. Identity(rules, version, seal)];

    private static IEnumerable<string> Table(RecoveryRules rules)
    {
        if (rules.Anchors.Count < 2 || rules.Anchors[0].Km != 0)
        {
            yield return "anchors: wanted at least two rows, of which the first is for 0 km.";
            yield break;
        }

        foreach (var (row, next) in rules.Anchors.Zip(rules.Anchors.Skip(1)))
        {
            if (next.Km <= row.Km)
            {
                yield return Invariant($"anchors: {next.Km} km comes after {row.Km} km; wanted rising distances.");
            }

            foreach (var effort in Enum.GetValues<Effort>().Where(effort => next[effort] < row[effort]))
            {
                yield return Invariant($"anchors: {effort} falls from {row[effort]} to {next[effort]} days between {row.Km} and {next.Km} km; wanted at least as many days for more kilometres.");
            }
        }

        foreach (var row in rules.Anchors)
        {
            if (row.Easy < 0 || row.Easy > row.Moderate || row.Moderate > row.Hard || row.Hard > row.AllOut || row.AllOut > 365)
            {
                yield return Invariant($"anchors: the row of {row.Km} km; wanted 0 <= easy <= moderate <= hard <= all_out <= 365.");
            }
        }
    }

    private static IEnumerable<string> Factors(RecoveryRules rules)
    {
        var (experience, terrain) = (rules.Experience, rules.Terrain);
        if (!IsRising(0.5, experience.Experienced.Factor, experience.Regular.Factor, experience.New.Factor, 2))
        {
            yield return "experience: wanted 0.5 <= experienced <= regular <= new <= 2.";
        }

        if (!IsRising(0.5, terrain.Flat, terrain.Rolling, terrain.Downhill, 2))
        {
            yield return "terrain: wanted 0.5 <= flat <= rolling <= downhill <= 2.";
        }

        foreach (var usual in new[] { experience.New, experience.Regular, experience.Experienced }.Select(rule => rule.UsualMinutes).Where(usual => usual < rules.Limits.FewestUsualMinutes || usual > rules.Limits.MostUsualMinutes))
        {
            yield return Invariant($"experience: usual_minutes is {usual}; wanted {rules.Limits.FewestUsualMinutes} to {rules.Limits.MostUsualMinutes}.");
        }
    }

    private static IEnumerable<string> Soreness(RecoveryRules rules)
    {
        if (rules.Soreness.Count == 0 || rules.HighestSoreness != 10 || !IsRising([.. rules.Soreness.Select(step => (double)step.UpTo)]))
        {
            yield return "soreness: wanted steps with rising up_to, of which the last is 10.";
        }

        if (!IsRising([0, .. rules.Soreness.Select(step => (double)step.Days), 30]))
        {
            yield return "soreness: wanted days from 0 to 30 that do not fall as soreness rises.";
        }
    }

    private static IEnumerable<string> Shape(PlanShape shape)
    {
        if (!IsRising(1, shape.ShortestDays, shape.LongestDays, 180))
        {
            yield return "shape: wanted 1 <= shortest_days <= longest_days <= 180.";
        }

        if (shape is not { RestShare: > 0 and < 0.7, EasyReturnShare: > 0 and <= 1, NoRestUpTo: >= 1, StridesEvery: >= 1, PercentStep: >= 1 and <= 10 })
        {
            yield return "shape: wanted rest_share above 0 and below 0.7, easy_return_share above 0 and up to 1, no_rest_up_to and strides_every from 1, percent_step 1 to 10.";
        }

        if (!IsRising(0, shape.EasyReturn.FromPercent, shape.EasyReturn.ToPercent, shape.Rebuild.FromPercent, shape.Rebuild.ToPercent, 99))
        {
            yield return "shape: wanted percentages that rise from easy_return to rebuild and stay below 100.";
        }

        if (new[] { shape.EasyReturn, shape.Rebuild }.Any(ramp => ramp.RestEvery < 2 || ramp.RestFromDays < ramp.RestEvery))
        {
            yield return "shape: wanted rest_every from 2, and rest_from_days not below it.";
        }

        if (shape.Minutes is not { Step: > 0 } || !IsRising(1, shape.Minutes.Fewest, shape.Minutes.Most, 600))
        {
            yield return "shape: minutes; wanted step from 1 and 1 <= fewest <= most <= 600.";
        }
    }

    private static IEnumerable<string> Others(RecoveryRules rules)
    {
        if (!IsRising(1, rules.DailyCheck.NoRunFrom, rules.DailyCheck.SevereFrom, rules.HighestSoreness) || rules.DailyCheck.AskAfterDay < 0)
        {
            yield return Invariant($"daily_check: wanted 1 <= no_run_from <= severe_from <= {rules.HighestSoreness} and ask_after_day from 0.");
        }

        if (rules.TightDays < 0)
        {
            yield return "tight_days: wanted 0 or more.";
        }

        if (rules.Limits is not { ShortestKm: > 0, FastestPace: > 0, FewestUsualMinutes: > 0 } limits
            || limits.LongestKm <= limits.ShortestKm || limits.SlowestPace <= limits.FastestPace || limits.MostUsualMinutes <= limits.FewestUsualMinutes)
        {
            yield return "limits: wanted positive numbers, each highest one above its lowest.";
        }
    }

    private static IEnumerable<string> Presets(RecoveryRules rules)
    {
        var ids = new HashSet<string>();
        foreach (var preset in rules.Presets)
        {
            if (preset.Id.Length is 0 or > 20 || !preset.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || !ids.Add(preset.Id))
            {
                yield return $"presets: the id '{preset.Id}'; wanted up to 20 lower-case letters, digits and hyphens, each id once.";
            }

            if (preset.Km < rules.Limits.ShortestKm || preset.Km > rules.Limits.LongestKm)
            {
                yield return Invariant($"presets: {preset.Id} has {preset.Km} km; wanted {rules.Limits.ShortestKm} to {rules.Limits.LongestKm}.");
            }
        }
    }

    private static IEnumerable<string> Identity(RecoveryRules rules, int version, string seal)
    {
        if (rules.Version != version)
        {
            yield return Invariant($"version: {rules.Version}; wanted {version}, as in the name of the file.");
        }

        if (rules.Seal != seal)
        {
            yield return $"seal: '{rules.Seal}' is not that of these numbers. If plans were made with them, put the old numbers back and write the new ones into "
                + $"{RulesShelf.PathOf(version + 1)}, with its version and seal. If this version is new and nobody has used it, its seal is {seal}.";
        }
    }

    private static bool IsRising(params double[] numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First <= pair.Second);
}
