namespace RunRecovery.Core.Recovery;

/// <summary>What the planner says in each phase, from <c>recovery/phases.json</c>. What a phase is called is in <see cref="RecoveryPhases"/>.</summary>
public sealed class PhaseWords
{
    public const string Path = $"{RecoveryFile.Folder}/phases.json";

    private readonly PhaseData _data;
    private readonly Dictionary<string, PhaseText> _phases;

    private PhaseWords(PhaseData data) => (_data, _phases) = (data, data.Phases.ToDictionary(phase => phase.Id));

    /// <summary>When somebody last made these words better.</summary>
    public DateOnly Changed => _data.Changed;

    public string When(string phase) => _phases[phase].When;

    public string Say(string phase) => _phases[phase].Say;

    /// <summary>What to do on a day.</summary>
    public string Say(PlanDay day, RecoveryPlan plan) => day.Kind switch
    {
        DayKind.Held => _data.Held,
        DayKind.Rest => _phases[day.Phase].Days?.FirstOrDefault(line => line.Fits(day.Planned, plan.TotalDays - plan.Request.Held.Count))?.Say ?? Say(day.Phase),
        DayKind.EasyWithStrides => $"{Say(day.Phase)} {_data.Strides}",
        _ => Say(day.Phase),
    };

    /// <returns>Null: the folder has no such file.</returns>
    /// <exception cref="RecoveryFileException">The file is broken.</exception>
    public static PhaseWords? Read(string contentFolder)
    {
        if (RecoveryFile.Read(contentFolder, Path, RecoveryJson.Default.PhaseData) is not { } data)
        {
            return null;
        }

        var wanted = RecoveryPhases.All.Select(phase => phase.Id).ToList();
        return data.Phases.Select(phase => phase.Id).SequenceEqual(wanted)
            ? new PhaseWords(data)
            : throw new RecoveryFileException(Path, $"phases: wanted each of {string.Join(", ", wanted)} once, in this order.");
    }
}

/// <summary>The file as it stands.</summary>
internal sealed record PhaseData(DateOnly Changed, IReadOnlyList<PhaseText> Phases, string Strides, string Held);

/// <param name="Days">Words for its days without running; null: the phase has none of its own.</param>
internal sealed record PhaseText(string Id, string When, string Say, IReadOnlyList<DayText>? Days = null);

/// <summary>Words for the days that both limits allow.</summary>
/// <param name="UpToDay">Null: whichever day.</param>
/// <param name="UpToTotal">In plans of at most so many days; null: in all.</param>
internal sealed record DayText(string Say, int? UpToDay = null, int? UpToTotal = null)
{
    public bool Fits(int day, int total) => !(day > UpToDay) && !(total > UpToTotal);
}
