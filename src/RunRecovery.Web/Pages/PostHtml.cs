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

    /// <summary>Our own file that an address in a post means; null: none of ours.</summary>
    public MediaItem? MediaOf(Post post, string? address) =>
        address is not null && MediaReference.Find(directory.FolderOf(post.Id), address, out _) is { } path ? media.Find(path) : null;

    private RenderContext ContextOf(Post post) => ContextOf(post, directory.Current, media.Current);

    /// <summary>The snapshots are taken before: where a text is rendered, nothing may ask the database, because it may be stopped there.</summary>
    private RenderContext ContextOf(Post post, PostDirectory.Entries texts, Dictionary<string, MediaItem> files) => new()
    {
        Address = Links.Of(post),
        Folder = texts.Folders.GetValueOrDefault(post.Id),
        FindText = texts.Addresses.GetValueOrDefault,
        FindMedia = files.GetValueOrDefault,
        Title = post.Title,
        Language = post.Language ?? site.Language,
        Video = post.Video,
        Summary = post.Summary,
    };
}
