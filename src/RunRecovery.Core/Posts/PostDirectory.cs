using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Posts;

/// <summary>Where texts are, by their file and by their title: how links between files become links between posts. A draft's address is not hidden, its text is.</summary>
public sealed class PostDirectory(IServiceScopeFactory scopes, BlogChanges changes)
    : Snapshot<PostDirectory.Entries>(scopes, changes)
{
    /// <summary>The folder of a post's file below the content folder, or of the one it would have.</summary>
    public string? FolderOf(int postId) => Current.Folders.GetValueOrDefault(postId);

    protected override Entries Read(BlogContext db)
    {
        var addresses = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var posts = db.Posts.AsNoTracking().Where(p => p.DeletedAt == null).OrderBy(p => p.Id).Select(p => new { p.Id, p.Kind, p.Slug, p.Title }).ToList();
        foreach (var post in posts)
        {
            addresses.TryAdd(post.Title, PostAddress.Of(post.Kind, post.Slug));
        }

        var folders = new Dictionary<int, string>();
        foreach (var file in db.ImportedFiles.AsNoTracking().Where(f => f.Post!.DeletedAt == null).Select(f => new { f.Path, f.PostId, f.Post!.Kind, f.Post.Slug }))
        {
            addresses[file.Path] = PostAddress.Of(file.Kind, file.Slug);
            folders[file.PostId] = string.Intern(file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))]);
        }

        // As if an export had given them one.
        foreach (var post in posts.Where(p => !folders.ContainsKey(p.Id)))
        {
            addresses.TryAdd(ContentPath.Of(post.Kind, post.Slug), PostAddress.Of(post.Kind, post.Slug));
            folders[post.Id] = string.Intern(ContentPath.FolderOf(post.Kind));
        }

        return new Entries(addresses, folders);
    }

    /// <param name="Addresses">By the file of a text below the content folder, or by its title in any case.</param>
    /// <param name="Folders">Of the files of posts, below the content folder, by the post's id.</param>
    public sealed record Entries(IReadOnlyDictionary<string, string> Addresses, IReadOnlyDictionary<int, string> Folders);
}
