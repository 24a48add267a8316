using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>Deleting with second thoughts: a post lies in the bin for a while before its words are gone. Its addresses answer that it is gone from the first day, for ever.</summary>
public sealed class Bin(BlogContext db, BlogChanges changes, TimeProvider clock)
{
    public static readonly TimeSpan Time = TimeSpan.FromDays(30);

    /// <returns>False: there is no such post, or it is another author's.</returns>
    public Task<bool> DeleteAsync(Writer writer, int postId, CancellationToken cancel = default) => ChangeAsync(writer, postId, inBin: false, (post, now) =>
    {
        post.Delete(now);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>As it was before. What should have appeared while it lay in the bin comes back as a draft: nobody was told of it.</summary>
    public Task<bool> UndeleteAsync(Writer writer, int postId, CancellationToken cancel = default) => ChangeAsync(writer, postId, inBin: true, async (post, now) =>
    {
        var fields = PostFieldsJson.Read(await db.PostRevisions.SetFor(post).FirstAsync(cancel));
        post.Undelete(fields.Draft ? null : post.WasSeen(now) ? post.FirstPublishedAt : fields.Date > now ? fields.Date : null, now);
    }, cancel);

    /// <summary>When a post in the bin loses its words.</summary>
    public static DateTime EndOf(Post post) => post.DeletedAt!.Value + Time;

    /// <summary>Takes the words of those that have lain here long enough.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EmptyAsync(CancellationToken cancel = default)
    {
        var until = clock.GetUtcNow().UtcDateTime - Time;
        var due = db.Posts.Where(p => p.DeletedAt <= until && !p.IsPurged);
        var count = 0;
        foreach (var id in await due.Select(p => p.Id).ToListAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // Its author may have taken it out at the last moment.
            if (await due.Include(p => p.Terms).SingleOrDefaultAsync(p => p.Id == id, cancel) is { } post)
            {
                await PurgeAsync(post, cancel);
                await transaction.CommitAsync(cancel);
                count++;
            }
        }

        return count;
    }

    private async Task PurgeAsync(Post post, CancellationToken cancel)
    {
        await db.WorkingCopies.Where(c => c.PostId == post.Id).ExecuteDeleteAsync(cancel);
        await db.ShareLinks.Where(l => l.PostId == post.Id).ExecuteDeleteAsync(cancel);
        await db.PostRevisions.Where(r => r.PostId == post.Id).ExecuteDeleteAsync(cancel);
        await db.ImportedFiles.Where(f => f.PostId == post.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.Original, (byte[]?)null), cancel);
        // A file that is still there must not bring it back, and what was published has an address to answer for.
        if (post.FirstPublishedAt is null && !await db.ImportedFiles.AnyAsync(f => f.PostId == post.Id, cancel) && !await db.PublishedAddresses.AnyAsync(a => a.PostId == post.Id, cancel))
        {
            db.Posts.Remove(post);
        }
        else
        {
            post.Purge();
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> ChangeAsync(Writer writer, int postId, bool inBin, Func<Post, DateTime, Task> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var post = await db.Posts.EditableBy(writer).Include(p => p.Terms).ThenInclude(t => t.Term).SingleOrDefaultAsync(p => p.Id == postId && !p.IsPurged && (p.DeletedAt != null) == inBin, cancel);
        if (post is null)
        {
            return false;
        }

        await change(post, now);
        post.SavedAt = now;
        db.Outbox.AddRange(Outbox.EntriesFor([post], now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        changes.Announce();
        return true;
    }
}
