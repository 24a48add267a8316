namespace RunRecovery.Core.Recovery;

/// <summary>What somebody wrote into the form or the address of a plan, as it came. Nothing of it is right yet.</summary>
public sealed class WrittenPlan
{
    public const string Distance = WrittenDistance.Known;
    public const string Km = WrittenDistance.Kilometres;
    public const string Miles = WrittenDistance.Miles;
    public const string Effort = "effort";
    public const string Date = "date";
    public const string Experience = "experience";
    public const string Terrain = "terrain";
    public const string Soreness = "soreness";
    public const string Time = FinishTime.Field;
    public const string Usual = "usual";
    public const string Units = "units";
    public const string Next = "next";
    public const string Zone = "zone";
    public const string Held = "held";
    public const string Version = "v";

    /// <summary>In the order in which an address has them.</summary>
    public static readonly IReadOnlyList<string> Fields = [Distance, Km, Miles, Effort, Date, Experience, Terrain, Soreness, Time, Usual, Units, Next, Zone, Held, Version];

    /// <summary>In characters; longer than anything that is right.</summary>
    private const int LongestValue = 100;

    private readonly Dictionary<string, string> _values = [];
    private readonly List<FieldProblem> _problems = [];

    /// <param name="valuesOf">What was given under a name.</param>
    public WrittenPlan(Func<string, IReadOnlyList<string?>> valuesOf)
    {
        foreach (var field in Fields)
        {
            var values = valuesOf(field).Select(value => value?.Trim()).Where(value => !string.IsNullOrEmpty(value)).ToList();
            if (values.Count > 1)
            {
                _problems.Add(new FieldProblem(field, $"It was given {values.Count} times; wanted once."));
            }
            else if (values is [{ Length: > LongestValue }])
            {
                _problems.Add(new FieldProblem(field, $"It has {values[0]!.Length} characters; wanted at most {LongestValue}."));
            }
            else if (values is [{ } value])
            {
                _values[field] = value;
            }
        }
    }

    /// <summary>Null: nothing was written there, or something that cannot be shown again.</summary>
    public string? this[string field] => _values.GetValueOrDefault(field);

    /// <summary>What cannot be read at all, whatever was meant.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems;
}
