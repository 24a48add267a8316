using System.Text.RegularExpressions;

namespace RunRecovery.Core.Recovery;

/// <summary>The evidence and the sources that the blog knows, from <c>recovery/evidence.json</c>.</summary>
public sealed partial class EvidenceLibrary
{
    /// <summary>Below the content folder.</summary>
    public const string Path = $"{RecoveryFile.Folder}/evidence.json";

    private readonly Dictionary<string, Evidence> _evidence;
    private readonly Dictionary<string, Source> _sources;

    private EvidenceLibrary(EvidenceData data)
    {
        _sources = data.Sources.ToDictionary(source => source.Id);
        All = [.. data.Evidence.Select(row => row with { Sources = [.. row.SourceIds.Select(id => _sources[id]).Where(source => source.WasRead)] })];
        _evidence = All.ToDictionary(row => row.Id);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Evidence> All { get; }

    public Evidence? Find(string id) => _evidence.GetValueOrDefault(id);

    /// <summary>What may help in a phase of a plan: what belongs to it, and whose time has not passed then.</summary>
    public IReadOnlyList<Evidence> In(PlanPhase phase) => [.. All.Where(row => row.Phases.Contains(phase.Id) && phase.Overlaps(row.FromHours, row.ToHours))];

    /// <summary>Read or not.</summary>
    public Source? FindSource(string id) => _sources.GetValueOrDefault(id);

    /// <summary>Those of these that are sources and were read.</summary>
    public IReadOnlyList<Source> CitableOf(IEnumerable<string> ids) => [.. ids.Select(FindSource).OfType<Source>().Where(source => source.WasRead)];

    /// <summary>What is wrong with citing this id; null when nothing is.</summary>
    public string? ProblemOf(string id) => _evidence.ContainsKey(id) ? null
        : FindSource(id) is not { } source ? $"the source '{id}' is not in {Path}."
        : source.WasRead ? null : $"the source '{id}' has not been read ({source.Verified}).";

    /// <summary>Whether a footnote's label is meant as a source: <c>roberts2019</c> and <c>dvt-nhs</c> are, <c>1</c> and <c>note</c> are not.</summary>
    public bool IsMeantAsSource(string label) => _evidence.ContainsKey(label) || _sources.ContainsKey(label) || SourceLike.IsMatch(label);

    /// <returns>Null: the folder has no such file.</returns>
    /// <exception cref="RecoveryFileException">The file is broken.</exception>
    public static EvidenceLibrary? Read(string contentFolder) =>
        RecoveryFile.Read(contentFolder, Path, RecoveryJson.Default.EvidenceData) is not { } data ? null
        : EvidenceCheck.ProblemOf(data) is { } problem ? throw new RecoveryFileException(Path, problem)
        : new EvidenceLibrary(data);

    [GeneratedRegex("^[a-z][a-z0-9-]*(-[a-z0-9]+|[12][0-9]{3}[a-z]?)$")]
    private static partial Regex SourceLike { get; }
}

/// <summary>The file as it stands.</summary>
internal sealed record EvidenceData(int Version, IReadOnlyList<string> Grades, IReadOnlyList<Evidence> Evidence, IReadOnlyList<Source> Sources);
