namespace RunRecovery.Core.Content;

/// <summary>What an import did, for people to read.</summary>
public sealed class ImportReport
{
    private readonly List<string> _conflicts = [];
    private readonly List<ContentProblem> _refused = [];

    public int Added { get; internal set; }
    public int Changed { get; internal set; }
    public int Unchanged { get; internal set; }
    public int MediaSaved { get; internal set; }
    public int MediaUnchanged { get; internal set; }

    /// <summary>Files whose newest version waits beside a post that was edited in the admin.</summary>
    public IReadOnlyList<string> Conflicts => _conflicts;

    /// <summary>Files that made a post once and are no longer there. Their posts stay.</summary>
    public IReadOnlyList<string> Missing { get; internal set; } = [];

    /// <summary>Files whose posts were deleted in the admin. A file does not bring a post back.</summary>
    public IReadOnlyList<string> Deleted { get; internal set; } = [];

    public IReadOnlyList<ContentProblem> Refused => _refused;
    public int ExitCode => _refused.Count > 0 ? 1 : 0;

    public override string ToString() => string.Join(Environment.NewLine,
    [
        $"{Added} added, {Changed} changed, {Unchanged} unchanged, {_refused.Count} refused; media: {MediaSaved} stored, {MediaUnchanged} unchanged.",
        .. _conflicts.Select(path => $"  {path}: waits, because its post was edited in the admin; the file's text is kept as a revision."),
        .. Missing.Select(path => $"  {path}: is no longer there; its post stays until you delete it."),
        .. Deleted.Select(path => $"  {path}: was left alone, because its post was deleted in the admin; take it out of the bin there, or delete the file."),
        .. _refused.Select(problem => $"  {problem}"),
    ]);

    internal void Refuse(IEnumerable<ContentProblem> problems) => _refused.AddRange(problems);

    internal void Conflict(string path) => _conflicts.Add(path);

    internal void Sort()
    {
        _conflicts.Sort(StringComparer.Ordinal);
        _refused.Sort((a, b) => (string.CompareOrdinal(a.Path, b.Path), (a.Line ?? 0).CompareTo(b.Line ?? 0)) is (var path, var line) && path != 0 ? path : line);
    }
}

/// <summary>How far an import has come, in files.</summary>
public sealed record ImportProgress(int Done, int Total);
