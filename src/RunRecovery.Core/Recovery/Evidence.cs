using System.Text.Json.Serialization;

namespace RunRecovery.Core.Recovery;

/// <summary>One thing runners do to recover, and what is known of it.</summary>
/// <param name="Id">As texts cite it, and as it stands in the address of its page.</param>
/// <param name="InShort">What it does, in one plain sentence.</param>
/// <param name="Claim">What it is said to do.</param>
/// <param name="Says">What the evidence says.</param>
/// <param name="Grade">One of <see cref="EvidenceGrades"/>.</param>
/// <param name="Effect">The effect, or the number, that was read; or that there is none.</param>
/// <param name="FromHours">Counted from the finish; below 0 is before the race.</param>
/// <param name="Phases">Ids of <see cref="RecoveryPhases"/>.</param>
/// <param name="SourceIds">Read or not.</param>
public sealed record Evidence(
    string Id,
    string Name,
    string InShort,
    string Claim,
    [property: JsonPropertyName("evidence")] string Says,
    [property: JsonPropertyName("evidence_grade")] string Grade,
    string Effect,
    [property: JsonPropertyName("applies_from_hours")] double FromHours,
    [property: JsonPropertyName("applies_to_hours")] double ToHours,
    string Dose,
    string Cautions,
    IReadOnlyList<string> SourceIds,
    IReadOnlyList<string> Phases)
{
    /// <summary>Those of its sources that were read. Only they may be cited, and there may be none.</summary>
    [JsonIgnore]
    public IReadOnlyList<Source> Sources { get; internal init; } = [];

    [JsonIgnore]
    public bool IsHarmful => Grade == EvidenceGrades.Harmful;
}
