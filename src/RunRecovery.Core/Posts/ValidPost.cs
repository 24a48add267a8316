namespace RunRecovery.Core.Posts;

/// <summary>
/// Fields that may be stored: they were checked, and the text rendered within its budget. Only <see cref="PostValidator"/> makes one, so
/// nothing reaches the repository unchecked.
/// </summary>
public sealed record ValidPost
{
    internal ValidPost(PostFields fields, string excerpt, int wordCount) => (Fields, Excerpt, WordCount) = (fields, excerpt, wordCount);

    public PostFields Fields { get; }
    public string Excerpt { get; }
    public int WordCount { get; }
}
