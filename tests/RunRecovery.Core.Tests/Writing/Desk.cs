using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

/// <summary>A blog seen from the desk; each deed in a scope of its own, as a request would do it.</summary>
public sealed class Desk(params IInterceptor[] interceptors) : IDisposable
{
    public static readonly Writer Owner = new(1, EditsAll: true);
    public static readonly Writer Author = new(2, EditsAll: false);
    public static readonly Writer OtherAuthor = new(3, EditsAll: false);

    public BlogDatabase Blog { get; } = new(interceptors);

    public void Dispose() => Blog.Dispose();

    public Task<KeepResult> Keep(KeptText text, Writer? writer = null) => Blog.Ask<WorkingCopies, KeepResult>(copies => copies.KeepAsync(writer ?? Owner, text));

    public Task<OpenText?> Open(int post, Writer? writer = null) => Blog.Ask<WorkingCopies, OpenText?>(copies => copies.OpenAsync(writer ?? Owner, post));

    public Task<SaveResult> Save(int post) => Blog.Ask<Publishing, SaveResult>(publishing => publishing.SaveAsync(Owner, post));

    public async Task<SaveResult> Publish(int post, Publication? wish = null)
    {
        var stamp = (await Open(post))!.Stamp;
        return await Blog.Ask<Publishing, SaveResult>(publishing => publishing.PublishAsync(Owner, post, stamp, wish ?? new Publication.AtOnce()));
    }

    public Task<SaveResult> Unpublish(int post) => Blog.Ask<Publishing, SaveResult>(publishing => publishing.UnpublishAsync(Owner, post));

    public Task<bool> Delete(int post, Writer? writer = null) => Blog.Ask<Bin, bool>(bin => bin.DeleteAsync(writer ?? Owner, post));

    public Task<bool> Undelete(int post, Writer? writer = null) => Blog.Ask<Bin, bool>(bin => bin.UndeleteAsync(writer ?? Owner, post));

    public Task<int> EmptyBin() => Blog.Ask<Bin, int>(bin => bin.EmptyAsync());

    public async Task<int> PublishedPost(string markdown = "Easy days.", string? slug = null) =>
        Assert.IsType<SaveResult.Saved>(await Blog.Save(BlogDatabase.APost(slug ?? $"post-{Guid.NewGuid():N}") with { Markdown = markdown })).PostId;

    public Task<Post> Post(int id) => Blog.Ask<BlogContext, Post>(db => db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).SingleAsync(p => p.Id == id));

    public async Task<IReadOnlyList<PostFields>> Revisions(int post) =>
        [.. (await Blog.Ask<BlogContext, List<string>>(db => db.PostRevisions.Where(r => r.PostId == post).OrderBy(r => r.Id).Select(r => r.Fields).ToListAsync())).Select(PostFieldsJson.Read)];

    /// <summary>A changed file comes in, over whatever the post is now.</summary>
    public async Task<SaveResult> Import(int post, Func<PostFields, PostFields> change)
    {
        var now = await Post(post);
        return await Blog.Ask<PostStore, SaveResult>(store => store.SaveAsync(new PostChange(post, now.Version, Blog.Valid(change(PostFields.Of(now))), RevisionOrigin.Import)));
    }

    /// <summary>A window that has just opened a post.</summary>
    public async Task<Window> OpenWindow(int post, Writer? writer = null) => new(this, writer ?? Owner, (await Open(post, writer))!);

    public Window NewWindow(Writer? writer = null, PostKind kind = PostKind.Post) => new(this, writer ?? Owner, new PostFields { Kind = kind, Title = "", Slug = "", Markdown = "", Draft = true });
}
