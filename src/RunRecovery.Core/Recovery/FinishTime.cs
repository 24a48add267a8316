using System.Globalization;
using System.Text.RegularExpressions;

namespace RunRecovery.Core.Recovery;

/// <summary>A finish time as runners write it: <c>h:mm:ss</c> or <c>mm:ss</c>, in a field called <c>time</c>.</summary>
public static partial class FinishTime
{
    public const string Field = "time";

    /// <summary>A pace per kilometre that no race is faster than.</summary>
    public static readonly TimeSpan FastestPace = TimeSpan.FromMinutes(2);

    /// <summary>A pace per kilometre that no race is slower than.</summary>
    public static readonly TimeSpan SlowestPace = TimeSpan.FromMinutes(30);

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,3}):(?<m>[0-5][0-9])|(?<m>[0-9]{1,3})):(?<s>[0-5][0-9])\z")]
    private static partial Regex Written { get; }

    /// <param name="km">The distance it was run over; null: not known, and no pace is too fast or too slow.</param>
    /// <returns>Null with a problem.</returns>
    public static TimeSpan? Read(string? text, double? km, out FieldProblem? problem)
    {
        var written = Written.Match(text?.Trim() ?? "");
        var time = new TimeSpan(Part(written, "h"), Part(written, "m"), Part(written, "s"));
        problem = !written.Success || time == TimeSpan.Zero ? new(Field, "Write the finish time as h:mm:ss or mm:ss, such as 1:45:00 or 22:30.")
            : km is { } distance && (time < distance * FastestPace || time > distance * SlowestPace)
                ? new(Field, $"For this distance write a time from {Words(Ceiling(distance * FastestPace))} to {Words(Floor(distance * SlowestPace))}: that is a pace from 2:00 to 30:00 per km. Hours need all three parts, as in 1:45:00.")
            : null;
        return problem is null ? time : null;
    }

    /// <summary>As runners read it: <c>22:30</c> or <c>1:45:00</c>, to the nearest second.</summary>
    public static string Words(TimeSpan time)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds, MidpointRounding.AwayFromZero));
        return whole.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes}:{whole.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}");
    }

    private static int Part(Match written, string name) => written.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Ceiling(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    private static TimeSpan Floor(TimeSpan time) => TimeSpan.FromSeconds(Math.Floor(time.TotalSeconds));
}
