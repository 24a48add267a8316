using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Posts;

/// <summary>
/// Fields that may be stored: they were checked, and the text rendered within its budget. Only <see cref="PostValidator"/> makes one, so
/// nothing reaches the repository unchecked.
/// </summary>
public sealed record ValidPost
{
    internal ValidPost(PostFields fields, RenderedText text) =>
        (Fields, Excerpt, WordCount, Images) = (fields, text.Excerpt, text.WordCount, text.Images);

    public PostFields Fields { get; }
    public string Excerpt { get; }
    public int WordCount { get; }

    /// <summary>The pictures in the text; lines count in the Markdown.</summary>
    public IReadOnlyList<FoundImage> Images { get; }
}
