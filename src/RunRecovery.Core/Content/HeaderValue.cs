namespace RunRecovery.Core.Content;

/// <summary>What stands behind a key of a file's header, whether it was written in YAML, TOML or JSON.</summary>
public abstract record HeaderValue
{
    private HeaderValue()
    {
    }

    /// <param name="IsText">Whether it was marked as text, so that <c>"true"</c> is no yes and <c>"2026"</c> no number.</param>
    public sealed record Scalar(string Text, bool IsText) : HeaderValue;

    public sealed record Sequence(IReadOnlyList<HeaderValue> Items) : HeaderValue;

    public sealed record Mapping(IReadOnlyList<HeaderEntry> Entries) : HeaderValue;

    public static readonly HeaderValue Nothing = new Scalar("", IsText: false);
}

/// <param name="Line">Of the file, from 1.</param>
/// <param name="Verbatim">The entry as its author wrote it, where that was YAML on lines of its own.</param>
public sealed record HeaderEntry(string Key, HeaderValue Value, int Line, string? Verbatim = null);
