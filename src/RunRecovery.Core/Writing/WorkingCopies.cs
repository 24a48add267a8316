using System.Text;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>Keeps what authors write, at each pause of their typing, so that neither a crash nor a second window takes a word away.</summary>
public sealed class WorkingCopies(BlogContext db, PostStore store, PostValidator validator, TimeProvider clock)
{
    /// <summary>A text that is too long to be published is kept all the same, up to here.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>How often a save that met another one at the same moment is tried again.</summary>
    private const int Tries = 20;

    /// <summary>What an editor opens; null: there is no such post, or it is another author's.</summary>
    /// <param name="copyId">A text beside the working copy; null: the working copy.</param>
    public async Task<OpenText?> OpenAsync(Writer writer, int postId, int? copyId = null, CancellationToken cancel = default)
    {
        while (true)
        {
            // Before the post: a copy that is published in between is then missed at its next save, and not taken for one that never was.
            var copies = await db.WorkingCopies.AsNoTracking().Where(c => c.PostId == postId).OrderBy(c => c.Id).ToListAsync(cancel);
            if (await FindPostAsync(writer, postId, cancel) is not { } post)
            {
                return null;
            }

            var copy = copyId is null ? copies.Find(c => !c.IsBeside) : copies.Find(c => c.Id == copyId);
            if (copyId is not null && copy is null)
            {
                return null;
            }

            if (copy is not { IsBeside: false } || copy.PostVersion == post.Version)
            {
                return new OpenText(post, copy, copies);
            }

            if (FieldsMerge.Merge(PostFieldsJson.Read(copy.Start), OpenText.LiveOf(post), copy.Read()) is not { } merged)
            {
                return new OpenText(post, copy, copies) { IsBehind = true };
            }

            await CatchUpAsync(post, copy, merged, cancel);
        }
    }

    public async Task<KeepResult> KeepAsync(Writer writer, KeptText text, CancellationToken cancel = default) =>
        Encoding.UTF8.GetByteCount(text.Fields.Markdown) > MaxBytes
            ? new KeepResult.TooLarge($"The text has more than {MaxBytes / 1024 / 1024} MB, which is more than is kept here. Split it. Nothing of it is lost while this page is open.")
            : await WhileOthersWriteAsync(() => TryKeepAsync(writer, text, cancel));

    /// <summary>Keeps a text as a revision, so that it can be come back to. Drafts are saved as such.</summary>
    public async Task KeepRevisionAsync(Writer writer, int postId, RevisionOrigin origin = RevisionOrigin.WorkingCopy, CancellationToken cancel = default)
    {
        if (await OpenAsync(writer, postId, cancel: cancel) is { Copy: { } copy } open)
        {
            await AddRevisionAsync(open.Post, copy, origin, writer, cancel);
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Takes a working copy away; its text stays as a revision.</summary>
    public Task<bool> DiscardAsync(Writer writer, int postId, int copyId, CancellationToken cancel = default) => WhileOthersWriteAsync(async () =>
    {
        if (await FindPostAsync(writer, postId, cancel) is not { } post || await db.WorkingCopies.SingleOrDefaultAsync(c => c.Id == copyId && c.PostId == postId, cancel) is not { } copy)
        {
            return false;
        }

        await AddRevisionAsync(post, copy, RevisionOrigin.WorkingCopy, writer, cancel);
        db.WorkingCopies.Remove(copy);
        await db.SaveChangesAsync(cancel);
        return true;
    });

    /// <summary>Puts other fields in the place of the working copy, whose text stays as a revision: what an author goes back to, or decided between two texts.</summary>
    /// <param name="seen">The stamp under which the author saw the working copy. Who has written into it since finds their text beside; null: they find it among the revisions.</param>
    /// <returns>False: there is no such post, or it is another author's.</returns>
    public Task<bool> ReplaceAsync(Writer writer, int postId, PostFields fields, RevisionOrigin origin, string? seen = null, CancellationToken cancel = default) => WhileOthersWriteAsync(async () =>
    {
        if (await OpenAsync(writer, postId, cancel: cancel) is not { } open)
        {
            return false;
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var copy = await db.WorkingCopies.SingleOrDefaultAsync(c => c.PostId == postId && !c.IsBeside, cancel);
        if (copy is not null)
        {
            await AddRevisionAsync(open.Post, copy, RevisionOrigin.WorkingCopy, writer, cancel);
        }

        if (copy is not null && seen is not null && copy.Stamp != seen)
        {
            copy.IsBeside = true;
            await db.SaveChangesAsync(cancel);
            copy = null;
        }

        if (copy is null)
        {
            copy = NewCopy(open.Post);
            db.WorkingCopies.Add(copy);
        }

        copy.Write(fields);
        copy.BaseOn(open.Post);
        (copy.SavedAt, copy.AccountId, copy.Window, copy.Tick, copy.IsMerged) = (Now, writer.AccountId, null, 0, false);
        db.PostRevisions.Add(Revision(open.Post, fields, origin, writer));
        await db.SaveChangesAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return true;
    });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What another window writes at the same moment is seen at the next try.</summary>
    private async Task<T> WhileOthersWriteAsync<T>(Func<Task<T>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write();
            }
            catch (DbUpdateException other) when (attempt < Tries && (other is DbUpdateConcurrencyException || db.IsUniqueViolation(other)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<KeepResult> TryKeepAsync(Writer writer, KeptText sent, CancellationToken cancel)
    {
        if ((sent.PostId ?? await FindBegunAsync(writer, sent, cancel)) is not { } postId)
        {
            return await BeginAsync(writer, sent, cancel);
        }

        // Before the post, as in OpenAsync.
        var copy = await FindCopyAsync(postId, sent, cancel);
        if (await FindPostAsync(writer, postId, cancel) is not { } post)
        {
            return new KeepResult.NotFound();
        }

        var here = copy?.Read() ?? OpenText.LiveOf(post);
        var text = sent.On(here with { Kind = post.Kind, FeedId = post.FeedId });
        if (copy is null)
        {
            return await KeepFirstAsync(writer, post, text, here, cancel);
        }

        var isOwn = text.Window is not null && copy.Window == text.Window;
        // One number for two texts: a window that crashed counts anew, and what it says is not known here yet.
        if (isOwn && (text.Tick < copy.Tick || (text.Tick == copy.Tick && FieldsMerge.AreSame(here, text.Fields))))
        {
            return Heard(copy, here, text);
        }

        if (FieldsMerge.AreSame(here, text.Fields))
        {
            return new KeepResult.Kept(postId, copy.Id, copy.Stamp);
        }

        if (copy.Stamp == text.Stamp || (isOwn && !copy.IsMerged))
        {
            return await StoreAsync(writer, copy, text, text.Fields, cancel);
        }

        if (text.Start is null || FieldsMerge.Merge(text.Start, here, text.Fields) is not { } merged)
        {
            return await PartAsync(writer, post, text, cancel);
        }

        return FieldsMerge.AreSame(here, merged)
            ? new KeepResult.Merged(postId, copy.Id, copy.Stamp, here)
            : await StoreMergedAsync(writer, copy, text, merged, cancel);
    }

    /// <summary>What this window wrote last, whether it heard so or not; else what it names; else the working copy.</summary>
    private Task<WorkingCopy?> FindCopyAsync(int postId, KeptText text, CancellationToken cancel) => db.WorkingCopies
        .Where(c => c.PostId == postId && (c.Id == text.CopyId || !c.IsBeside || (text.Window != null && c.Window == text.Window)))
        .OrderByDescending(c => text.Window != null && c.Window == text.Window ? c.Tick : -1).ThenByDescending(c => c.Id == text.CopyId).ThenBy(c => c.IsBeside)
        .FirstOrDefaultAsync(cancel);

    /// <summary>The answer to what arrives late, or twice; also from a browser that crashed and had older words on its disk.</summary>
    private static KeepResult Heard(WorkingCopy copy, PostFields here, KeptText text) =>
        copy.IsMerged || !FieldsMerge.AreSame(here, text.Fields) ? new KeepResult.Merged(copy.PostId, copy.Id, copy.Stamp, here) : new KeepResult.Kept(copy.PostId, copy.Id, copy.Stamp);

    /// <summary>The post that this window began already, if it did.</summary>
    private async Task<int?> FindBegunAsync(Writer writer, KeptText text, CancellationToken cancel) => text.Window is null
        ? null
        : await db.WorkingCopies.Where(c => c.Window == text.Window && c.AccountId == writer.AccountId && !c.IsBeside).Select(c => (int?)c.PostId).FirstOrDefaultAsync(cancel);

    /// <summary>A post begins with its first keystroke, as a draft that is not called anything yet.</summary>
    private async Task<KeepResult> BeginAsync(Writer writer, KeptText text, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Nobody else writes now: has the window asked twice at the same moment?
        if (await FindBegunAsync(writer, text, cancel) is { } begun)
        {
            await transaction.RollbackAsync(cancel);
            return await TryKeepAsync(writer, text with { PostId = begun }, cancel);
        }

        var draft = new PostFields { Kind = text.Fields.Kind, Title = Untitled.Title, Slug = Untitled.NewSlug(), Markdown = "", Draft = true };
        var saved = (SaveResult.Saved)await store.SaveAsync(new PostChange(null, 0, validator.Validate(draft, out _)!, RevisionOrigin.Author) { AccountId = writer.AccountId }, cancel);
        var post = (await FindPostAsync(writer, saved.PostId, cancel))!;
        var copy = NewCopy(post);
        db.WorkingCopies.Add(copy);
        var kept = await StoreAsync(writer, copy, text, text.On(PostFields.Of(post)).Fields, cancel);
        await transaction.CommitAsync(cancel);
        return kept;
    }

    /// <summary>The first text beside a post that is live, or whose working copy was published or discarded meanwhile.</summary>
    private async Task<KeepResult> KeepFirstAsync(Writer writer, Post post, KeptText text, PostFields live, CancellationToken cancel)
    {
        if (FieldsMerge.AreSame(live, text.Fields))
        {
            return new KeepResult.Kept(post.Id, 0, OpenText.StampOf(post));
        }

        var isAsSeen = text.Stamp == OpenText.StampOf(post) || (text.Start is not null && FieldsMerge.AreSame(text.Start, live));
        var merged = isAsSeen ? text.Fields : text.Start is null ? null : FieldsMerge.Merge(text.Start, live, text.Fields);
        if (merged is null)
        {
            return await PartAsync(writer, post, text, cancel);
        }

        if (FieldsMerge.AreSame(live, merged))
        {
            return new KeepResult.Merged(post.Id, 0, OpenText.StampOf(post), live);
        }

        var copy = NewCopy(post);
        db.WorkingCopies.Add(copy);
        return isAsSeen ? await StoreAsync(writer, copy, text, merged, cancel) : await StoreMergedAsync(writer, copy, text, merged, cancel);
    }

    private async Task<KeepResult> PartAsync(Writer writer, Post post, KeptText text, CancellationToken cancel)
    {
        // A form that is sent again, and again, is one text.
        foreach (var beside in await db.WorkingCopies.Where(c => c.PostId == post.Id && c.IsBeside).ToListAsync(cancel))
        {
            if (FieldsMerge.AreSame(beside.Read(), text.Fields))
            {
                return new KeepResult.Parted(post.Id, beside.Id, beside.Stamp);
            }
        }

        var copy = NewCopy(post, isBeside: true);
        db.WorkingCopies.Add(copy);
        var kept = await StoreAsync(writer, copy, text, text.Fields, cancel);
        return new KeepResult.Parted(kept.PostId, kept.CopyId, kept.Stamp);
    }

    private async Task<KeepResult> StoreMergedAsync(Writer writer, WorkingCopy copy, KeptText text, PostFields merged, CancellationToken cancel)
    {
        var kept = await StoreAsync(writer, copy, text, merged, cancel, isMerged: true);
        return new KeepResult.Merged(kept.PostId, kept.CopyId, kept.Stamp, merged);
    }

    private async Task<KeepResult.Kept> StoreAsync(Writer writer, WorkingCopy copy, KeptText text, PostFields fields, CancellationToken cancel, bool isMerged = false)
    {
        copy.Write(fields);
        (copy.Window, copy.Tick, copy.IsMerged, copy.SavedAt, copy.AccountId) = (text.Window, text.Tick, isMerged, Now, writer.AccountId);
        await db.SaveChangesAsync(cancel);
        return new KeepResult.Kept(copy.PostId, copy.Id, copy.Stamp);
    }

    /// <summary>Brings what the live post has become, by an import for example, into the working copy, if nobody writes into it at this moment.</summary>
    private Task<int> CatchUpAsync(Post post, WorkingCopy copy, PostFields merged, CancellationToken cancel)
    {
        var seen = copy.Stamp;
        if (!FieldsMerge.AreSame(copy.Read(), merged))
        {
            copy.Write(merged);
            copy.IsMerged = true;
        }

        copy.BaseOn(post);
        return db.WorkingCopies.Where(c => c.Id == copy.Id && c.Stamp == seen).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Fields, copy.Fields).SetProperty(c => c.Title, copy.Title).SetProperty(c => c.Words, copy.Words)
            .SetProperty(c => c.Stamp, copy.Stamp).SetProperty(c => c.IsMerged, copy.IsMerged)
            .SetProperty(c => c.PostVersion, copy.PostVersion).SetProperty(c => c.Start, copy.Start), cancel);
    }

    private async Task AddRevisionAsync(Post post, WorkingCopy copy, RevisionOrigin origin, Writer writer, CancellationToken cancel)
    {
        var newest = await db.PostRevisions.Where(r => r.PostId == post.Id).OrderByDescending(r => r.Id).Select(r => r.Fields).FirstOrDefaultAsync(cancel);
        if (newest != copy.Fields)
        {
            db.PostRevisions.Add(Revision(post, copy.Read(), origin, writer));
        }
    }

    private PostRevision Revision(Post post, PostFields fields, RevisionOrigin origin, Writer writer) =>
        new() { PostId = post.Id, Version = post.Version, Origin = origin, SavedAt = Now, AccountId = writer.AccountId, Fields = PostFieldsJson.Write(fields) };

    private static WorkingCopy NewCopy(Post post, bool isBeside = false)
    {
        var copy = new WorkingCopy { PostId = post.Id, IsBeside = isBeside, Stamp = "", Start = "", Fields = "" };
        copy.BaseOn(post);
        return copy;
    }

    private Task<Post?> FindPostAsync(Writer writer, int postId, CancellationToken cancel) =>
        db.Posts.AsNoTracking().EditableBy(writer).Whole().SingleOrDefaultAsync(p => p.Id == postId && !p.IsPurged, cancel);
}
