using System.Globalization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan as a picture: a bar for each run, as high as its part of the usual easy run; a mark on the ground for each day without.</summary>
public sealed class RampPicture
{
    public const int Width = 360;
    public const int Height = 150;

    /// <summary>Where the bars stand.</summary>
    public const int Ground = 118;

    private const double Top = 18;
    private const double Margin = 4;
    private const double GroundMark = 4;

    /// <summary>Labels that are nearer would run into each other.</summary>
    private const double LabelRoom = 62;

    private readonly RecoveryPlan _plan;

    public RampPicture(RecoveryPlan plan, DateOnly today)
    {
        _plan = plan;
        var step = (Width - 2 * Margin) / plan.Days.Count;
        Bars = [.. plan.Days.Select(day => Draw(day, step, day.Date == today))];
        Labels = [.. LabelsAt(step)];
    }

    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>Days worth a number below the ground.</summary>
    public IReadOnlyList<Label> Labels { get; }

    /// <summary>What the colours in this picture mean.</summary>
    public IEnumerable<(string Key, string Name)> Keys => new[]
    {
        (DayKind.Event, "the run"), (DayKind.Rest, "no running"), (DayKind.Easy, "easy run"), (DayKind.EasyWithStrides, "with strides"), (DayKind.Held, "put off"), (DayKind.Normal, "back to training"),
    }.Where(key => Bars.Any(bar => bar.Kind == key.Item1)).Select(key => (Choice.WordOf(key.Item1), key.Item2))
        .Concat(Bars.Any(bar => bar.IsToday) ? [("today", "today")] : []);

    /// <summary>Where runs would be as long as usual.</summary>
    public static string FullHeight => Number(Top);

    /// <summary>The picture in words, for those who do not see it.</summary>
    public string InWords
    {
        get
        {
            var runs = _plan.Days.Where(day => day.IsRun).ToList();
            var rest = _plan.RestDays == 0 ? "No days without running at the start." : $"No running on {(_plan.RestDays == 1 ? "day 1" : $"days 1 to {_plan.RestDays}")}.";
            return string.Create(CultureInfo.InvariantCulture,
                $"{rest} {runs.Count} runs follow, from {runs[0].Minutes} minutes ({runs[0].Percent}% of your usual easy run) on day {runs[0].Day} to {runs[^1].Minutes} minutes (100%) on day {runs[^1].Day}.");
        }
    }

    private static Bar Draw(PlanDay day, double step, bool isToday)
    {
        var height = day.IsRun ? (Ground - Top) * day.Percent!.Value / 100 : GroundMark;
        var gap = Math.Min(2, step * .2);
        return new Bar(Number(Margin + day.Day * step + gap / 2), Number(Ground - height), Number(step - gap), Number(height), Number(Margin + (day.Day + .5) * step), day.Kind, isToday);
    }

    /// <summary>The run, the first run after it and the first hard day; the last one first, because it must not be missing where there is little room.</summary>
    private IEnumerable<Label> LabelsAt(double step)
    {
        var taken = new List<double>();
        foreach (var (day, anchor) in new[] { (_plan.FirstHardDay, "end"), (_plan.Days[0], "start"), (_plan.FirstRun, "middle") })
        {
            var x = anchor switch { "end" => Width - Margin, "start" => Margin, _ => Margin + (day.Day + .5) * step };
            if (taken.TrueForAll(other => Math.Abs(other - x) > LabelRoom))
            {
                taken.Add(x);
                yield return new Label(Number(x), day.Day == 0 ? "run" : string.Create(CultureInfo.InvariantCulture, $"day {day.Day}"), anchor);
            }
        }
    }

    private static string Number(double place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    /// <param name="Middle">Across.</param>
    public sealed record Bar(string X, string Y, string Width, string Height, string Middle, DayKind Kind, bool IsToday);

    public sealed record Label(string X, string Text, string Anchor);
}
