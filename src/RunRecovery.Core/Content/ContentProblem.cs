namespace RunRecovery.Core.Content;

/// <param name="Path">Below the content folder.</param>
/// <param name="Line">From 1; null when no line is to blame.</param>
public sealed record ContentProblem(string Path, int? Line, string Reason)
{
    internal ContentProblem(string path, ContentRefusedException refusal)
        : this(path, refusal.Line, refusal.Message)
    {
    }

    public override string ToString() => Line is null ? $"{Path}: {Reason}" : $"{Path}:{Line}: {Reason}";
}
