namespace RunRecovery.Core.Recovery;

/// <summary>Which tips are for which effort, by the words in which a tip says what it applies to.</summary>
public static class TipAudience
{
    public const string Race = "race";
    public const string HeavyLegs = "heavy-legs";
    private const string HardRun = "hard-run";
    private const string Half = "half";
    private const string Marathon = "marathon";
    private const string Downhill = "downhill";
    private const string Hot = "hot";
    private const double HalfKm = 21;
    private const double MarathonKm = 42;

    /// <summary>The efforts, in the order of a choice.</summary>
    public static readonly IReadOnlyList<(string Id, string Name)> All =
    [
        (HardRun, "Hard run"), (Race, "Race"), (Half, "Half marathon"), (Marathon, "Marathon and longer"),
        (Downhill, "Downhill race"), (Hot, "Hot race"), (HeavyLegs, "Heavy legs"),
    ];

    private static readonly Dictionary<string, string[]> EffortsOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["any hard run"] = [HardRun, Race, Half, Marathon, Downhill, Hot],
        ["any race"] = [Race, Half, Marathon, Downhill, Hot],
        ["half and longer"] = [Half, Marathon],
        ["marathon"] = [Marathon],
        ["marathon and longer"] = [Marathon],
        ["hot races"] = [Hot],
        ["downhill races"] = [Downhill],
        ["heavy legs"] = [HeavyLegs],
    };

    /// <param name="appliesTo">As a tip says it. Nothing, or what is not known here, is for everybody.</param>
    /// <param name="effort">An id of <see cref="All"/>.</param>
    public static bool IsFor(string? appliesTo, string effort) =>
        appliesTo is null || !EffortsOf.TryGetValue(appliesTo.Trim(), out var efforts) || efforts.Contains(effort);

    /// <summary>Those that a plan is for. Whether it was hot nobody has said.</summary>
    public static IReadOnlyCollection<string> Of(PlanRequest plan) =>
    [
        HardRun,
        HeavyLegs,
        .. plan.Effort >= Effort.Hard || plan.Km >= HalfKm ? [Race] : Array.Empty<string>(),
        .. plan.Km >= HalfKm ? [Half] : Array.Empty<string>(),
        .. plan.Km >= MarathonKm ? [Marathon] : Array.Empty<string>(),
        .. plan.Terrain == Terrain.Downhill ? [Downhill] : Array.Empty<string>(),
    ];
}
