using System.Text.Json.Serialization;

namespace RunRecovery.Core.Recovery;

/// <summary>
/// The numbers of the planner, from <c>recovery/rules-{version}.json</c>. They are choices between the sources, not measurements. A plan's
/// address names the version it was made with, so the numbers of a version never change: other numbers are another version.
/// </summary>
public sealed record RecoveryRules
{
    public const double KmPerMile = 1.609344;

    public required int Version { get; init; }

    /// <summary>When this version was first used.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>That of its numbers, written beside them, so that nobody changes one without noticing.</summary>
    public required string Seal { get; init; }

    /// <summary>Days before the first hard day by distance and effort; in between, a straight line; beyond the last, the last.</summary>
    public required IReadOnlyList<Anchor> Anchors { get; init; }

    public required ExperienceFactors Experience { get; init; }
    public required TerrainFactors Terrain { get; init; }

    /// <summary>Extra days for soreness, by rising <see cref="SorenessDays.UpTo"/>; the last one is 10.</summary>
    public required IReadOnlyList<SorenessDays> Soreness { get; init; }

    public required PlanShape Shape { get; init; }
    public required DailyCheckRules DailyCheck { get; init; }

    /// <summary>So many days after the plan a race is still tight.</summary>
    public required int TightDays { get; init; }

    public required InputLimits Limits { get; init; }
    public required IReadOnlyList<Preset> Presets { get; init; }

    /// <summary>That of an own distance, when the runner does not say.</summary>
    public required Effort OwnEffort { get; init; }

    public Preset? FindPreset(string id) => Presets.FirstOrDefault(preset => preset.Id == id);

    /// <summary>The row of a distance, or the two between which it lies; beyond the last row, that.</summary>
    public IEnumerable<Anchor> Around(double km) =>
        Anchors.Where(row => row.Km <= km).TakeLast(1).Concat(Anchors.Where(row => row.Km > km).Take(1)).Where(row => row.Km == km || Anchors.All(other => other.Km != km));

    public int HighestSoreness => Soreness[^1].UpTo;

    public int DaysFor(int? soreness) => soreness is { } felt ? Soreness.First(step => felt <= step.UpTo).Days : 0;
}

/// <param name="Why">Where the numbers of this row come from.</param>
/// <param name="SourceIds">Sources of <c>recovery/evidence.json</c> that stand around them.</param>
public sealed record Anchor(double Km, double Easy, double Moderate, double Hard, double AllOut, string Why, IReadOnlyList<string> SourceIds)
{
    public double this[Effort effort] => effort switch { Effort.Easy => Easy, Effort.Moderate => Moderate, Effort.Hard => Hard, _ => AllOut };
}

public sealed record ExperienceFactors(ExperienceRule New, ExperienceRule Regular, ExperienceRule Experienced)
{
    public ExperienceRule this[Experience experience] => experience switch { Recovery.Experience.New => New, Recovery.Experience.Regular => Regular, _ => Experienced };
}

/// <param name="UsualMinutes">Of the usual easy run, when the runner does not say.</param>
public sealed record ExperienceRule(double Factor, int UsualMinutes);

public sealed record TerrainFactors(double Flat, double Rolling, double Downhill)
{
    public double this[Terrain terrain] => terrain switch { Recovery.Terrain.Flat => Flat, Recovery.Terrain.Rolling => Rolling, _ => Downhill };
}

public sealed record SorenessDays(int UpTo, int Days);

/// <param name="ShortestDays">Before soreness is added.</param>
/// <param name="LongestDays">Before soreness is added.</param>
/// <param name="NoRestUpTo">Plans of at most so many days have no days without running, but for soreness.</param>
/// <param name="RestShare">The part of the days without running.</param>
/// <param name="EasyReturnShare">The part of the other days that is easy return; the rest is rebuild.</param>
/// <param name="StridesEvery">In the rebuild, counted back from its last day.</param>
/// <param name="PercentStep">Percentages are multiples of it.</param>
public sealed record PlanShape(int ShortestDays, int LongestDays, int NoRestUpTo, double RestShare, double EasyReturnShare, Ramp EasyReturn, Ramp Rebuild, int StridesEvery, int PercentStep, RunMinutes Minutes);

/// <param name="FromPercent">Of the usual easy run.</param>
/// <param name="RestEvery">Each so-manieth day is without running.</param>
/// <param name="RestFromDays">When the phase has at least so many days.</param>
public sealed record Ramp(int FromPercent, int ToPercent, int RestEvery, int RestFromDays);

/// <param name="Step">Minutes are multiples of it.</param>
public sealed record RunMinutes(int Fewest, int Most, int Step);

/// <param name="NoRunFrom">Soreness at which a day's run is put off.</param>
/// <param name="SevereFrom">Soreness that is more than recovery.</param>
/// <param name="AskAfterDay">Two days in a row put off after this day: ask a professional.</param>
public sealed record DailyCheckRules(int NoRunFrom, int SevereFrom, int AskAfterDay);

/// <param name="FastestPace">Seconds per km.</param>
/// <param name="SlowestPace">Seconds per km.</param>
public sealed record InputLimits(double ShortestKm, double LongestKm, int FastestPace, int SlowestPace, int FewestUsualMinutes, int MostUsualMinutes);

/// <summary>A run to choose from a list.</summary>
/// <param name="Effort">That it usually costs.</param>
public sealed record Preset(string Id, string Name, double Km, Effort Effort) : NamedDistance(Id, Name, Km);

public enum Effort
{
    [JsonStringEnumMemberName("easy")] Easy,
    [JsonStringEnumMemberName("moderate")] Moderate,
    [JsonStringEnumMemberName("hard")] Hard,
    [JsonStringEnumMemberName("all_out")] AllOut,
}

public enum Experience { New, Regular, Experienced }

public enum Terrain { Flat, Rolling, Downhill }
