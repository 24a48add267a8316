namespace RunRecovery.Core.Recovery;

/// <summary>The words in which evidence is graded, best first; <c>harmful</c> stands apart.</summary>
public static class EvidenceGrades
{
    public const string Harmful = "harmful";

    public static readonly IReadOnlyList<string> All = ["strong", "moderate", "mixed", "weak", Harmful];

    /// <summary>0 is the best; what is no grade comes last.</summary>
    public static int RankOf(string grade) => All.TakeWhile(known => known != grade).Count();
}

/// <summary>The phases of recovery, in the order a runner lives through them.</summary>
public static class RecoveryPhases
{
    public static readonly IReadOnlyList<(string Id, string Name)> All =
    [
        (PlanPhases.Finish, "First two hours"), (PlanPhases.Day0, "Rest of the day"), (PlanPhases.Rest, "Rest days"),
        (PlanPhases.EasyReturn, "Easy return"), (PlanPhases.Rebuild, "Rebuild"), (PlanPhases.Normal, "Back to training"),
    ];

    public static string NameOf(string id) => All.FirstOrDefault(p => p.Id == id).Name ?? id;
}
