namespace RunRecovery.Core.Recovery;

/// <summary>What a plan is made from. Made by the reader, which refuses what is outside the limits.</summary>
public sealed record PlanRequest
{
    public required RecoveryRules Rules { get; init; }

    /// <summary>Null: an own distance.</summary>
    public Preset? Preset { get; init; }

    public required double Km { get; init; }

    /// <summary>An own distance that was written in miles.</summary>
    public bool IsInMiles { get; init; }

    public required Effort Effort { get; init; }

    /// <summary>The day of the run.</summary>
    public required DateOnly Date { get; init; }

    public Experience Experience { get; init; } = Experience.Regular;
    public Terrain Terrain { get; init; } = Terrain.Flat;

    /// <summary>0 to 10; null: not said.</summary>
    public int? Soreness { get; init; }

    /// <summary>Only shown, as a pace: faster runners had higher markers, slower ones are said to need longer.</summary>
    public TimeSpan? FinishTime { get; init; }

    /// <summary>Minutes of the usual easy run; null: what is usual for the experience.</summary>
    public int? Usual { get; init; }

    /// <summary>How distances are shown.</summary>
    public Units Units { get; init; } = Units.Km;

    public DateOnly? NextRace { get; init; }

    /// <summary>Days after the run on which the daily check put the run off, rising. Each moves all later days by one.</summary>
    public IReadOnlyList<int> Held { get; init; } = [];

    /// <summary>Where the runner's days begin; null: where the blog's do.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Whoever writes miles reads miles.</summary>
    public static Units UsualUnits(bool isInMiles) => isInMiles ? Units.Mi : Units.Km;

    public int UsualMinutes => Usual ?? Rules.Experience[Experience].UsualMinutes;
}

public enum Units { Km, Mi }
