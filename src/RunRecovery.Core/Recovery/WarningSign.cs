namespace RunRecovery.Core.Recovery;

/// <summary>Something for which a runner should ask somebody who can examine them, and how soon. It describes, and never diagnoses.</summary>
/// <param name="Signs">What it looks or feels like.</param>
/// <param name="Say">What to do, with <see cref="Emergency"/> where the emergency services are meant; <see cref="SayWith"/> is for readers.</param>
/// <param name="Urgency">One of <see cref="Urgencies"/>.</param>
/// <param name="Phases">Ids of <see cref="RecoveryPhases"/>, or <see cref="AllPhases"/>.</param>
/// <param name="SourceIds">Sources of <c>recovery/evidence.json</c>; none: plain first aid, which claims nothing.</param>
public sealed record WarningSign(string Id, string Title, string Signs, string Say, string Urgency, IReadOnlyList<string> Phases, IReadOnlyList<string> SourceIds)
{
    public const string AllPhases = "all";
    public const string Emergency = "{emergency}";

    public bool IsIn(string phaseId) => Phases.Contains(AllPhases) || Phases.Contains(phaseId);

    /// <param name="emergencyNumber">That of the blog's country.</param>
    public string SayWith(string emergencyNumber) => WithNumber(Say, emergencyNumber);

    internal static string WithNumber(string text, string emergencyNumber) => text.Replace(Emergency, $"emergency services ({emergencyNumber})", StringComparison.Ordinal);
}

/// <summary>How soon, the most urgent first.</summary>
public static class Urgencies
{
    /// <summary>The only one that may pass without somebody having looked at it.</summary>
    public const string NoRunning = "no-running";

    public static readonly IReadOnlyList<(string Id, string Name)> All =
    [
        ("emergency", "Emergency: now"), ("urgent", "Same day"), ("appointment", "This week, no running"), (NoRunning, "No running for now"),
    ];

    public static string NameOf(string id) => All.FirstOrDefault(u => u.Id == id).Name ?? id;
}
