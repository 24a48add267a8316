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

    public IReadOnlyList<FieldProblem> Problems => Says ? Asked.Reading.Problems : [];

    public bool HasOwnDistance => IsOpen(WrittenPlan.Km, WrittenPlan.Miles);

    public bool HasOptional => IsOpen(Optional);

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
