namespace RunRecovery.Core.Content;

/// <summary>A file or folder cannot be read as content. The message says what was found and what is wanted.</summary>
/// <param name="line">From 1; null when no line is to blame.</param>
public sealed class ContentRefusedException(string reason, int? line = null) : Exception(reason)
{
    public int? Line { get; } = line;
}
