using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Pages;

/// <summary>Renders posts with what the renderer must know about the rest of the blog.</summary>
public sealed class PostHtml(MarkdownRenderer renderer, PostDirectory directory, MediaLibrary media, SiteOptions site)
{
    public RenderedText Render(Post post) => renderer.Render(post.Markdown, ContextOf(post));

    public RenderedText RenderForFeed(Post post, Uri feedBase) => renderer.Render(post.Markdown, ContextOf(post) with { FeedBase = feedBase });

    /// <summary>As the post will be once these fields are published.</summary>
    /// <param name="postId">The post they are of; null: one that does not exist yet.</param>
    public RenderedText Preview(int? postId, PostFields fields) =>
        renderer.Render(fields.Markdown, ContextOf(Links.Of(fields), postId, fields.Title, fields.Language, fields.Video, fields.Summary).NotAccepted);

    /// <summary>Null: the text cannot be rendered. Whoever validates it is told why.</summary>
    public RenderedText? TryPreview(int? postId, PostFields fields)
    {
        try
        {
            return Preview(postId, fields);
        }
        catch (RenderRefusedException)
        {
            return null;
        }
    }

    /// <summary>Our own file that an address in a post means; null: none of ours.</summary>
    public MediaItem? MediaOf(Post post, string? address) =>
        address is not null && MediaReference.Find(directory.FolderOf(post.Id), address, out _) is { } path ? media.Find(path) : null;

    private RenderContext ContextOf(Post post) => ContextOf(Links.Of(post), post.Id, post.Title, post.Language, post.Video, post.Summary);

    /// <summary>The snapshots are taken before: where a text is rendered, nothing may ask the database, because it may be stopped there.</summary>
    private RenderContext ContextOf(string address, int? postId, string title, string? language, PostVideo? video, string? summary)
    {
        var (texts, files) = (directory.Current, media.Current);
        return new RenderContext
        {
            Address = address,
            Folder = postId is { } id ? texts.Folders.GetValueOrDefault(id) : null,
            FindText = texts.Addresses.GetValueOrDefault,
            FindMedia = files.GetValueOrDefault,
            Title = title,
            Language = language ?? site.Language,
            Video = video,
            Summary = summary,
        };
    }
}
