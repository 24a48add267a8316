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

    /// <summary>Whether the blog means to have a planner. Nothing is read for it, because every page asks.</summary>
    public bool IsOffered { get; } = contentFolder is not null && File.Exists(Path.Combine(contentFolder, RulesShelf.PathOf(1)));

    /// <summary>Null: a part of it is missing or broken, and there is no planner. It never works without its warnings.</summary>
    public PlannerBook? Planner => _rules.Data is { } rules && _phases.Data is { } phases && Evidence is { } evidence && Warnings is { } warnings
        ? new PlannerBook(rules, phases, evidence, warnings)
        : null;

    /// <summary>Everything that is wrong with these files. Reads those that were not read yet.</summary>
    public IEnumerable<ContentProblem> Problems => new[] { _rules.Problem, _phases.Problem, _warnings.Problem, _evidence.Problem }.OfType<ContentProblem>().Concat(Missing).Concat(Uncitable);

    /// <summary>There is no planner with rules alone.</summary>
    private IEnumerable<ContentProblem> Missing => !IsOffered ? [] : new[] { PhaseWords.Path, WarningSigns.Path, EvidenceLibrary.Path }
        .Where(path => !File.Exists(Path.Combine(contentFolder!, path)))
        .Select(path => new ContentProblem(path, null, "is missing, though there are rules: without it there is no planner."));

    /// <summary>Sources that the rules and the warnings name, and that nobody has read.</summary>
    private IEnumerable<ContentProblem> Uncitable
    {
        get
        {
            var citing = (_rules.Data?.All ?? []).SelectMany(rules => rules.Anchors.SelectMany(row => row.SourceIds), (rules, id) => (Path: RulesShelf.PathOf(rules.Version), Id: id))
                .Concat((_warnings.Data?.All ?? []).SelectMany(sign => sign.SourceIds, (_, id) => (Path: WarningSigns.Path, Id: id)));
            return Evidence is not { } evidence ? [] : citing.Distinct().Select(cited => (cited.Path, Problem: evidence.ProblemOf(cited.Id))).Where(cited => cited.Problem is not null).Select(cited => new ContentProblem(cited.Path, null, cited.Problem!));
        }
    }

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
