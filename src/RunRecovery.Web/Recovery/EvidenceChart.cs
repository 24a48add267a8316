using System.Globalization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>
/// Draws each measure as a lane, from the hour it begins to the hour it ends, lanes of one grade together. Hours are drawn by their logarithm,
/// because the first day has as much in it as the two months after; what begins before the race begins left of the finish line.
/// </summary>
public sealed class EvidenceChart
{
    public const int Width = 360;
    private const double Finish = 66;
    private const double Right = Width - 16;
    private const double Left = 4;
    private const double NameGap = 2.5;
    private const int LaneHeight = 25;
    private const int HeadHeight = 34;
    private const int GroupGap = 24;

    /// <summary>Hours that are as wide as all later doublings.</summary>
    private const double Near = 2;
    private const double LastHour = 90 * 24;
    private const double FirstHour = -28 * 24;

    private static readonly (double Hours, string Name)[] Marks = [(0, "finish"), (2, "2 h"), (24, "1 day"), (72, "3 days"), (240, "10 days"), (720, "30 d"), (LastHour, "90 d")];

    public EvidenceChart(IEnumerable<Evidence> rows)
    {
        var y = (double)HeadHeight;
        var groups = new List<Group>();
        foreach (var grade in rows.GroupBy(row => row.Grade).OrderBy(grade => EvidenceGrades.RankOf(grade.Key)))
        {
            var head = y;
            var lanes = new List<Lane>();
            foreach (var row in EvidenceOrder.Sort(grade, EvidenceOrder.When)!)
            {
                var (from, to) = (X(row.FromHours), X(row.ToHours));
                // A name that would run out of the picture ends where its lane does.
                var endsWithLane = from > Width / 2;
                y += LaneHeight;
                lanes.Add(new Lane(row, Number(from), Number(to), y, endsWithLane, endsWithLane ? Number(to) : Number(from + NameGap)));
            }

            groups.Add(new Group(grade.Key, head, lanes));
            y += GroupGap;
        }

        (Groups, Bottom) = (groups, (int)y - GroupGap + 12);
    }

    public IReadOnlyList<Group> Groups { get; }

    public IEnumerable<Mark> Axis => Marks.Select(mark => new Mark(mark.Name, Number(X(mark.Hours)), mark.Hours));

    public int Bottom { get; }

    public int Height => Bottom + 20;

    private static double X(double hours) => hours >= 0
        ? Finish + (Right - Finish) * Far(hours) / Far(LastHour)
        : Finish - (Finish - Left) * Far(-hours) / Far(-FirstHour);

    private static double Far(double hours) => Math.Log(1 + Math.Min(hours, LastHour) / Near);

    private static string Number(double place) => Math.Clamp(place, Left, Right).ToString("0.#", CultureInfo.InvariantCulture);

    public sealed record Group(string Grade, double Y, IReadOnlyList<Lane> Lanes);

    /// <param name="NameX">Where the name begins, or ends.</param>
    public sealed record Lane(Evidence Row, string From, string To, double Y, bool NameEnds, string NameX);

    public sealed record Mark(string Name, string X, double Hours)
    {
        public bool IsFinish => Hours == 0;
    }
}
