namespace RunRecovery.Web.Feeds.Checking;

public sealed class FeedCheckReport
{
    private readonly List<FeedProblem> _problems = [];

    public int Documents { get; internal set; }
    public IReadOnlyList<FeedProblem> Problems => _problems;
    public int ExitCode => _problems.Count > 0 ? 1 : 0;

    public override string ToString() => string.Join(Environment.NewLine,
        [.. _problems.Select(problem => problem.ToString()), $"{Documents} feed documents checked, {_problems.Count} problems."]);

    internal void Add(string path, Fault fault) => _problems.Add(new FeedProblem(path, fault));
}

/// <param name="Path">Of the document.</param>
public sealed record FeedProblem(string Path, Fault Fault)
{
    public override string ToString() => $"{Path}: {Fault}";
}
