using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>The past of a post: what each save left.</summary>
public sealed class Revisions(BlogContext db, WorkingCopies copies)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RevisionLine>> ListAsync(Writer writer, int postId, CancellationToken cancel = default) =>
        await db.Posts.EditableBy(writer).Where(p => p.Id == postId).SelectMany(p => p.Revisions).OrderByDescending(r => r.Id)
            .Select(r => new RevisionLine(r.Id, r.Version, r.Origin, r.SavedAt, r.AccountId)).ToListAsync(cancel);

    /// <summary>Null: there is no such revision, or the post is another author's.</summary>
    public async Task<PastText?> FindAsync(Writer writer, int postId, int revisionId, CancellationToken cancel = default)
    {
        var revisions = db.Posts.EditableBy(writer).Where(p => p.Id == postId).SelectMany(p => p.Revisions);
        if (await revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == revisionId, cancel) is not { } revision)
        {
            return null;
        }

        var before = await revisions.Where(r => r.Id < revisionId).OrderByDescending(r => r.Id).Select(r => r.Fields).FirstOrDefaultAsync(cancel);
        return new PastText(revision, PostFieldsJson.Read(revision.Fields), before is null ? null : PostFieldsJson.Read(before));
    }

    /// <summary>Puts an earlier text on the desk; what was there is kept as a revision. Readers see it once it is published.</summary>
    public async Task<bool> RestoreAsync(Writer writer, int postId, int revisionId, CancellationToken cancel = default)
    {
        if (await FindAsync(writer, postId, revisionId, cancel) is not { } past || await copies.OpenAsync(writer, postId, cancel: cancel) is not { } open)
        {
            return false;
        }

        // Whether and when it is published is not a matter of its words.
        var fields = past.Fields with { Date = open.Fields.Date, Draft = open.Fields.Draft, UpdatedAt = open.Fields.UpdatedAt, Aliases = open.Fields.Aliases, FeedId = open.Fields.FeedId };
        return await copies.ReplaceAsync(writer, postId, Untitled.Hide(fields), RevisionOrigin.Restored, cancel: cancel);
    }
}

/// <param name="AccountId">Null: a file.</param>
public sealed record RevisionLine(int Id, int Version, RevisionOrigin Origin, DateTime SavedAt, int? AccountId);

/// <param name="Before">What the save before left; null for the first one.</param>
public sealed record PastText(PostRevision Revision, PostFields Fields, PostFields? Before);
