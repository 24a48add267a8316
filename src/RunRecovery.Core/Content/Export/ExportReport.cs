namespace RunRecovery.Core.Content.Export;

/// <summary>What an export did, for people to read.</summary>
public sealed class ExportReport
{
    private readonly List<string> _removed = [];
    private readonly List<string> _conflicts = [];
    private readonly List<ContentProblem> _problems = [];

    public int Written { get; internal set; }
    public int Unchanged { get; internal set; }

    /// <summary>Files of an earlier export whose texts are no longer there, or elsewhere.</summary>
    public IReadOnlyList<string> Removed => _removed;

    /// <summary>Files that hold another version of a post which was edited here, and waits to be looked at.</summary>
    public IReadOnlyList<string> Conflicts => _conflicts;

    /// <summary>Titles of texts of which more has been written at the desk than was saved: the export has what was saved.</summary>
    public IReadOnlyList<string> Unsaved { get; internal set; } = [];

    public IReadOnlyList<ContentProblem> Problems => _problems;
    public int ExitCode => _problems.Count > 0 ? 1 : 0;

    public override string ToString() => string.Join(Environment.NewLine,
    [
        $"{Written} written, {Unchanged} unchanged, {_removed.Count} removed, {_problems.Count} problems.",
        .. _removed.Order(StringComparer.Ordinal).Select(path => $"  {path}: was removed; its text is no longer there, or elsewhere."),
        .. _conflicts.Order(StringComparer.Ordinal).Select(path => $"  {path}: was left as it is; it and its post were both edited, and the file's text waits in the admin."),
        .. Unsaved.Select(title => $"  “{title}”: more has been written at the desk than was saved or published; that is not in the export."),
        .. _problems.OrderBy(problem => problem.Path, StringComparer.Ordinal).Select(problem => $"  {problem}"),
    ]);

    internal void Remove(string path) => _removed.Add(path);

    internal void Conflict(string path) => _conflicts.Add(path);

    internal void Problem(string path, string reason) => _problems.Add(new ContentProblem(path, null, reason));
}
