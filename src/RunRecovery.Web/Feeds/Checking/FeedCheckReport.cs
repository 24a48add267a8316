namespace RunRecovery.Web.Feeds.Checking;

public sealed record FeedCheckReport(int Documents, IReadOnlyList<FeedProblem> Problems)
{
    public int ExitCode => Problems.Count > 0 ? 1 : 0;

    public override string ToString() => string.Join(Environment.NewLine,
        [.. Problems.Select(problem => problem.ToString()), $"{Documents} feed documents checked, {Problems.Count} problems."]);
}

/// <param name="Path">Of the document.</param>
public sealed record FeedProblem(string Path, string Problem)
{
    public FeedProblem(string path, Fault fault)
        : this(path, fault.ToString())
    {
    }

    public override string ToString() => $"{Path}: {Problem}";
}
