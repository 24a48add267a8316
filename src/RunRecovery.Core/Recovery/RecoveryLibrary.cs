using RunRecovery.Core.Content;

namespace RunRecovery.Core.Recovery;

/// <summary>What the blog's content folder knows of recovery, in its folder <c>recovery</c>. Each file is read once, when it is first asked for.</summary>
/// <param name="contentFolder">Null: there is none.</param>
public sealed class RecoveryLibrary(string? contentFolder)
{
    private readonly Part<RulesShelf> _rules = new(contentFolder, RulesShelf.Read);
    private readonly Part<PhaseWords> _phases = new(contentFolder, PhaseWords.Read);
    private readonly Part<WarningSigns> _warnings = new(contentFolder, WarningSigns.Read);
    private readonly Part<EvidenceLibrary> _evidence = new(contentFolder, EvidenceLibrary.Read);

    /// <summary>Null: there is none, or it is broken, and there are no pages about it.</summary>
    public EvidenceLibrary? Evidence => _evidence.Data;

    /// <summary>Null: there are none, or they are broken, and pages name the most important ones in a sentence.</summary>
    public WarningSigns? Warnings => _warnings.Data;

    /// <summary>Whether the blog has a planner, as far as can be seen without reading anything: every page asks.</summary>
    public bool IsOffered { get; } = contentFolder is not null && File.Exists(Path.Combine(contentFolder, RulesShelf.PathOf(1)));

    /// <summary>Null: a part of it is missing or broken, and there is no planner. It never works without its warnings.</summary>
    public PlannerBook? Planner => _rules.Data is { } rules && _phases.Data is { } phases && Evidence is { } evidence && Warnings is { } warnings
        ? new PlannerBook(rules, phases, evidence, warnings)
        : null;

    /// <summary>Everything that is wrong with these files. Reads those that were not read yet.</summary>
    public IEnumerable<ContentProblem> Problems => new[] { _rules.Problem, _phases.Problem, _warnings.Problem, _evidence.Problem }.OfType<ContentProblem>();

    /// <summary>What one file, or several that belong together, hold. Broken ones hold nothing, and why is said at start and by the content check.</summary>
    private sealed class Part<T>(string? contentFolder, Func<string, T?> read) where T : class
    {
        private readonly Lazy<(T? Data, ContentProblem? Problem)> _once = new(() =>
        {
            try
            {
                return (contentFolder is null ? null : read(contentFolder), null);
            }
            catch (RecoveryFileException broken)
            {
                return (null, broken.Problem);
            }
        });

        public T? Data => _once.Value.Data;
        public ContentProblem? Problem => _once.Value.Problem;
    }
}

/// <summary>Everything that the planner works with.</summary>
public sealed record PlannerBook(RulesShelf Rules, PhaseWords Phases, EvidenceLibrary Evidence, WarningSigns Warnings);
