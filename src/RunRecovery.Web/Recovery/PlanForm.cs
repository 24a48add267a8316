using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>The form of the planner, filled with what somebody wrote, right or not.</summary>
/// <param name="Today">Where the blog is.</param>
/// <param name="Says">Whether problems are shown: not before somebody has asked for a plan.</param>
public sealed record PlanForm(AskedPlan Asked, RecoveryRules Rules, DateOnly Today, bool Says)
{
    private static readonly string[] Optional =
    [
        WrittenPlan.Experience, WrittenPlan.Terrain, WrittenPlan.Soreness, WrittenPlan.Time, WrittenPlan.Usual, WrittenPlan.Next, WrittenPlan.Units, WrittenPlan.Zone,
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

    public IReadOnlyList<FieldProblem> Problems => Says ? Asked.Reading.Problems : [];

    public bool HasOwnDistance => IsOpen(WrittenPlan.Km, WrittenPlan.Miles);

    public bool HasOptional => IsOpen(Optional);

    /// <summary>What people call a field.</summary>
    public static string NameOf(string field) => Names[field];

    /// <summary>Whether the form has it; else it stands in the address alone.</summary>
    public static bool Has(string field) => field is not (WrittenPlan.Held or WrittenPlan.Version or AskedPlan.WholeAddress);

    public string? Value(string field) => Asked.Written[field];

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    public string? IsInvalid(string field) => ProblemOf(field) is null ? null : "true";

    /// <summary>The ids of what explains a field; null: nothing does.</summary>
    public string? Describing(string field, bool hint = false) => (hint, ProblemOf(field)) switch
    {
        (true, null) => $"{field}-hint",
        (true, _) => $"{field}-hint {field}-problem",
        (false, null) => null,
        _ => $"{field}-problem",
    };

    private bool IsOpen(params string[] fields) => fields.Any(field => Value(field) is not null || ProblemOf(field) is not null);
}
