using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Media;

/// <summary>A text that shows or links to a file of ours.</summary>
public sealed record MediaUse(int PostId, PostKind Kind, string Slug, string Title, DateTime? PublishedAt)
{
    public string Path => PostAddress.Of(Kind, Slug);
}
