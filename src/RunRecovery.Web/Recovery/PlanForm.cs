using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>The form of the planner, filled with what somebody wrote, right or not.</summary>
/// <param name="Today">Where the blog is.</param>
/// <param name="Zone">That of the blog.</param>
/// <param name="Says">Whether problems are shown: not before somebody has asked for a plan.</param>
public sealed record PlanForm(AskedPlan Asked, RecoveryRules Rules, DateOnly Today, string Zone, bool Says)
{
    private static readonly string[] Optional =
    [
        WrittenPlan.Experience, WrittenPlan.Terrain, WrittenPlan.Soreness, WrittenPlan.Time, WrittenPlan.Usual, WrittenPlan.Next, WrittenPlan.Units, WrittenPlan.Zone,
    ];

    /// <summary>To choose from; every other one of the IANA list can be written.</summary>
    public static readonly IReadOnlyList<string> Zones =
    [
        "UTC", "Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "America/Anchorage", "America/Argentina/Buenos_Aires", "America/Bogota",
        "America/Chicago", "America/Denver", "America/Halifax", "America/Lima", "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Phoenix",
        "America/Santiago", "America/Sao_Paulo", "America/St_Johns", "America/Toronto", "America/Vancouver", "Asia/Bangkok", "Asia/Dubai", "Asia/Hong_Kong",
        "Asia/Jakarta", "Asia/Jerusalem", "Asia/Karachi", "Asia/Kolkata", "Asia/Manila", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo",
        "Atlantic/Reykjavik", "Australia/Adelaide", "Australia/Brisbane", "Australia/Perth", "Australia/Sydney", "Europe/Amsterdam", "Europe/Athens",
        "Europe/Berlin", "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul", "Europe/Lisbon", "Europe/London", "Europe/Madrid", "Europe/Moscow",
        "Europe/Oslo", "Europe/Paris", "Europe/Prague", "Europe/Rome", "Europe/Stockholm", "Europe/Vienna", "Europe/Warsaw", "Europe/Zurich",
        "Pacific/Auckland", "Pacific/Honolulu",
    ];

    private static readonly Dictionary<string, string> Names = new()
    {
        [WrittenPlan.Distance] = "Distance",
        [WrittenPlan.Km] = "Kilometres",
        [WrittenPlan.Miles] = "Miles",
        [WrittenPlan.Effort] = "Effort",
        [WrittenPlan.Date] = "Date",
        [WrittenPlan.Experience] = "Experience",
        [WrittenPlan.Terrain] = "Course",
        [WrittenPlan.Soreness] = "Soreness",
        [WrittenPlan.Time] = "Finish time",
        [WrittenPlan.Usual] = "Usual easy run",
        [WrittenPlan.Units] = "Units",
        [WrittenPlan.Next] = "Next race",
        [WrittenPlan.Zone] = "Time zone",
        [WrittenPlan.Held] = "Runs put off",
        [WrittenPlan.Version] = "Version of the rules",
        [AskedPlan.WholeAddress] = "Address",
    };

    public FieldProblems Problems { get; } = Says ? new FieldProblems(Asked.Reading.Problems) : FieldProblems.None;

    public bool HasOwnDistance => IsOpen(WrittenPlan.Km, WrittenPlan.Miles);

    public bool HasOptional => IsOpen(Optional);

    /// <summary>What people call a field.</summary>
    public static string NameOf(string field) => Names[field];

    /// <summary>Whether the form has it; else it stands in the address alone.</summary>
    public static bool Has(string field) => field is not (WrittenPlan.Version or AskedPlan.WholeAddress);

    public string? Value(string field) => Asked.Written[field];

    /// <summary>A field for dates would show nothing of what is none, and it would be lost.</summary>
    public static string TypeOf(string? date) => date is null || DateOnly.TryParseExact(date, "yyyy-MM-dd", out _) ? "date" : "text";

    private bool IsOpen(params string[] fields) => fields.Any(field => Value(field) is not null || Problems.Of(field) is not null);
}
