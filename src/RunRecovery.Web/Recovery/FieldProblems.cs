using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>What is wrong in a form, as it stands beside each field.</summary>
public sealed record FieldProblems(IReadOnlyList<FieldProblem> All)
{
    public static readonly FieldProblems None = new([]);

    public string? Of(string field) => All.FirstOrDefault(problem => problem.Field == field)?.Text;

    /// <summary>For the field's <c>aria-invalid</c>.</summary>
    public string? IsInvalid(string field) => Of(field) is null ? null : "true";

    /// <summary>For the field's <c>aria-describedby</c>: the ids of what explains it; null: nothing does.</summary>
    public string? Describing(string field, bool hint = false) => (hint, Of(field)) switch
    {
        (true, null) => $"{field}-hint",
        (true, _) => $"{field}-hint {field}-problem",
        (false, null) => null,
        _ => $"{field}-problem",
    };
}
