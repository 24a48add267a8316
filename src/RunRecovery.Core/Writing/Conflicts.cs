using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>Texts of one post that could not be merged: shown side by side, and ended by whoever decides.</summary>
public sealed class Conflicts(BlogContext db, WorkingCopies copies)
{
    /// <summary>What waits beside the working copy of a post; empty: nothing does.</summary>
    public async Task<IReadOnlyList<OtherText>> OfAsync(Writer writer, int postId, CancellationToken cancel = default)
    {
        if (await copies.OpenAsync(writer, postId, cancel: cancel) is not { } open)
        {
            return [];
        }

        List<OtherText> others = [.. open.Beside.Select(c => new OtherText(OtherKind.Window, c.Id, c.Read(), c.SavedAt, c.AccountId, c.Stamp))];
        if (open.IsBehind)
        {
            others.Add(new OtherText(OtherKind.Live, open.Post.Id, open.Live, open.Post.SavedAt, null, OpenText.StampOf(open.Post)));
        }

        if (await db.ImportedFiles.AnyAsync(f => f.PostId == postId && f.InConflict, cancel)
            && await db.PostRevisions.AsNoTracking().Where(r => r.PostId == postId && r.Origin == RevisionOrigin.Conflict).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel) is { } file)
        {
            others.Add(new OtherText(OtherKind.File, file.Id, AsWritten(PostFieldsJson.Read(file.Fields), open.Live), file.SavedAt, null, $"revision-{file.Id}"));
        }

        return others;
    }

    /// <summary>Ends the conflict with one of these texts: the author's decision becomes the working copy, and both that it was made from stay as revisions.</summary>
    /// <param name="seen">The stamp under which the author saw the working copy. Who has written into it since finds their text beside the decision.</param>
    /// <param name="seenOther">The stamp of the other text. One that was written into since stays beside the decision; what readers see, or the file, cannot stay beside: the author looks again.</param>
    /// <returns>False, and the decision is not stored: it was ended already, has become another text, or is another author's.</returns>
    public async Task<bool> EndAsync(Writer writer, int postId, OtherKind kind, int id, PostFields decision, string? seen = null, string? seenOther = null, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if ((await OfAsync(writer, postId, cancel)).FirstOrDefault(o => (o.Kind, o.Id) == (kind, id)) is not { } other)
        {
            return false;
        }

        var isAsSeen = seenOther is null || seenOther == other.Stamp;
        if (!isAsSeen && kind != OtherKind.Window)
        {
            return false;
        }

        await copies.ReplaceAsync(writer, postId, decision, RevisionOrigin.WorkingCopy, seen, cancel);
        if (kind == OtherKind.Window && isAsSeen)
        {
            await copies.DiscardAsync(writer, postId, id, cancel);
        }
        else if (kind == OtherKind.File)
        {
            await db.ImportedFiles.Where(f => f.PostId == postId).ExecuteUpdateAsync(set => set.SetProperty(f => f.InConflict, false), cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>A file need not say what the blog keeps for it.</summary>
    private static PostFields AsWritten(PostFields file, PostFields live) =>
        file with { FeedId = live.FeedId, Date = file.Date ?? live.Date, UpdatedAt = file.UpdatedAt ?? live.UpdatedAt, Aliases = [.. file.Aliases.Union(live.Aliases)] };
}

/// <param name="Id">Of the copy, the post, or the revision.</param>
/// <param name="Stamp">Names the text as it is now.</param>
public sealed record OtherText(OtherKind Kind, int Id, PostFields Fields, DateTime SavedAt, int? AccountId, string Stamp);

public enum OtherKind
{
    /// <summary>Written in another window, or by another person.</summary>
    Window,

    /// <summary>What readers see: it was changed after this text was begun.</summary>
    Live,

    /// <summary>The post's file was changed.</summary>
    File,
}
