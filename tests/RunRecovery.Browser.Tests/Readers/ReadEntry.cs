using RunRecovery.Core.Posts;

namespace RunRecovery.Browser.Tests.Readers;

/// <summary>An entry as a feed reader understood it.</summary>
internal sealed record ReadEntry(string Id, string Title, string Author, DateTime Published, string Link)
{
    /// <summary>As every reader should understand a post.</summary>
    public static ReadEntry Of(Post post, Uri blog) =>
        new(post.FeedId, post.Title, post.Author ?? "RunRecovery", post.FirstPublishedAt!.Value, new Uri(blog, post.Path).AbsoluteUri);
}
