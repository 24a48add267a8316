using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>Lets somebody without an account read a text before readers do.</summary>
public sealed class ShareLinks(BlogContext db, TimeProvider clock)
{
    /// <summary>In days.</summary>
    public static readonly IReadOnlyList<int> Lengths = [1, 7, 30];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The key, which is not stored; null: there is no such post, it is another author's, or nobody may wait that long.</returns>
    public async Task<string?> CreateAsync(Writer writer, int postId, int days, CancellationToken cancel = default)
    {
        if (!Lengths.Contains(days) || !await db.Posts.EditableBy(writer).AnyAsync(p => p.Id == postId && p.DeletedAt == null, cancel))
        {
            return null;
        }

        var key = SecretKey.New();
        db.ShareLinks.Add(new ShareLink { PostId = postId, KeyHash = SecretKey.HashOf(key), CreatedAt = Now, ExpiresAt = Now.AddDays(days), AccountId = writer.AccountId });
        await db.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>Those of a post that still open something, the last to expire first.</summary>
    public async Task<IReadOnlyList<ShareLink>> OfAsync(Writer writer, int postId, CancellationToken cancel = default) =>
        await db.ShareLinks.AsNoTracking().Where(l => l.ExpiresAt > Now && db.Posts.EditableBy(writer).Any(p => p.Id == postId && p.Id == l.PostId)).OrderByDescending(l => l.ExpiresAt).ToListAsync(cancel);

    public async Task<bool> TakeBackAsync(Writer writer, int postId, int linkId, CancellationToken cancel = default) =>
        await db.ShareLinks.Where(l => l.Id == linkId && db.Posts.EditableBy(writer).Any(p => p.Id == postId && p.Id == l.PostId)).ExecuteDeleteAsync(cancel) > 0;

    /// <summary>The text behind a key, as it is on the desk now; null: the key opens nothing, or no longer.</summary>
    public async Task<SharedText?> FindAsync(string key, CancellationToken cancel = default)
    {
        var hash = SecretKey.HashOf(key);
        var link = await db.ShareLinks.AsNoTracking().SingleOrDefaultAsync(l => l.KeyHash == hash && l.ExpiresAt > Now && l.Post!.DeletedAt == null, cancel);
        if (link is null)
        {
            return null;
        }

        var post = await db.Posts.AsNoTracking().Whole().SingleAsync(p => p.Id == link.PostId, cancel);
        var copy = await db.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(c => c.PostId == post.Id && !c.IsBeside, cancel);
        return new SharedText(post.Id, copy?.Read() ?? PostFields.Of(post), link.ExpiresAt);
    }

}

public sealed record SharedText(int PostId, PostFields Fields, DateTime ExpiresAt);
