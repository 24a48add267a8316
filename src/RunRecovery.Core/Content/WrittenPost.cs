using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>A post as a file says it.</summary>
/// <param name="BodyLine">The line of the file on which the Markdown begins, from 1.</param>
/// <param name="KeyLines">The line of each key that was understood, by its first spelling in the list of spellings.</param>
public sealed record WrittenPost(PostFields Fields, int BodyLine, IReadOnlyDictionary<string, int> KeyLines)
{
    /// <summary>What nobody understood, and the parts of keys that mean nothing to us, which have the line of their key.</summary>
    public IReadOnlyList<HeaderEntry> Unknown { get; init; } = [];

    /// <summary>The line a problem such as <c>slug: ...</c> is about.</summary>
    public int? LineOf(string problem) => KeyLines.TryGetValue(problem.Split(':')[0], out var line) ? line : null;

    public int LineInFile(int lineInMarkdown) => BodyLine + lineInMarkdown - 1;
}
