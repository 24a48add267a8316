using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>Which posts there are, and which file each came from.</summary>
public sealed class ImportedFiles(BlogContext db)
{
    internal Task<List<KnownPost>> AllAsync(CancellationToken cancel) =>
        db.Posts.AsNoTracking()
            .GroupJoin(db.ImportedFiles, post => post.Id, file => file.PostId, (post, files) => new { post, files })
            .SelectMany(p => p.files.DefaultIfEmpty(), (p, file) => new KnownPost(
                p.post.Id, p.post.FeedId, p.post.Kind, p.post.Slug, p.post.Version,
                file == null ? null : file.Path, file == null ? "" : file.Hash, file != null && file.PostVersion == p.post.Version, file != null && file.InConflict, p.post.DeletedAt != null, file != null && file.Original != null))
            .ToListAsync(cancel);

    /// <summary>Notes where the files of posts are now. Whole or not at all, and files may change places.</summary>
    internal async Task MoveAsync(IReadOnlyList<(int PostId, string Path)> moves, CancellationToken cancel)
    {
        if (moves.Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Paths are unique: all leave their old ones before the first takes a new one.
        foreach (var (postId, _) in moves)
        {
            await db.ImportedFiles.Where(f => f.PostId == postId).ExecuteUpdateAsync(f => f.SetProperty(x => x.Path, $"moving/{postId}"), cancel);
        }

        foreach (var (postId, path) in moves)
        {
            // Whoever still has this path has lost its file to another post.
            await db.ImportedFiles.Where(f => f.Path == path).ExecuteDeleteAsync(cancel);
            // Without a hash the file is read again: its name may be its slug.
            await db.ImportedFiles.Where(f => f.PostId == postId).ExecuteUpdateAsync(f => f.SetProperty(x => x.Path, path).SetProperty(x => x.Hash, ""), cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>The bytes of the file that made a post; when it has another hash by now, it is another file.</summary>
    internal Task KeepOriginalAsync(KnownPost post, ContentFile file, CancellationToken cancel) =>
        db.ImportedFiles.Where(f => f.PostId == post.Id && f.Hash == file.Hash && !f.InConflict).ExecuteUpdateAsync(f => f.SetProperty(x => x.Original, file.Bytes), cancel);

    /// <summary>Notes files that say what their posts say. What visitors see stays the same.</summary>
    internal async Task NoteAsync(IReadOnlyList<(int PostId, int Version, FileMark File)> written, CancellationToken cancel)
    {
        var ids = written.Select(w => w.PostId).ToList();
        var marks = await db.ImportedFiles.Where(f => ids.Contains(f.PostId)).ToDictionaryAsync(f => f.PostId, cancel);
        foreach (var (postId, version, file) in written)
        {
            if (!marks.TryGetValue(postId, out var mark))
            {
                mark = new ImportedFile { Path = file.Path, Hash = file.Hash, PostId = postId };
                db.ImportedFiles.Add(mark);
            }

            (mark.Hash, mark.Original, mark.PostVersion, mark.InConflict) = (file.Hash, file.Bytes, version, false);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Who has an address: the file of the post, or its title where it has no file.</summary>
    internal async Task<string?> OwnerOfAsync(string address, CancellationToken cancel)
    {
        var postId = await db.PublishedAddresses.Where(a => a.Path == address).Select(a => (int?)a.PostId).SingleOrDefaultAsync(cancel);
        var owners = db.Posts.Where(p => p.Id == postId);
        if (postId is null)
        {
            // A draft has no published address, but its slug is taken.
            var slug = address[(address.LastIndexOf('/') + 1)..];
            owners = db.Posts.Where(p => p.Slug == slug);
        }

        return await owners.OrderBy(p => p.Id)
            .Select(p => db.ImportedFiles.Where(f => f.PostId == p.Id).Select(f => f.Path).FirstOrDefault() ?? p.Title)
            .FirstOrDefaultAsync(cancel);
    }
}

/// <param name="File">Below the content folder; null when the post has no file.</param>
/// <param name="IsAsImported">Nobody has edited the post since the file made it.</param>
/// <param name="InConflict">A version of the file already waits beside the post.</param>
/// <param name="IsDeleted">Its author has deleted it; the file does not bring it back.</param>
/// <param name="HasOriginal">The bytes of its file are kept.</param>
internal sealed record KnownPost(int Id, string FeedId, PostKind Kind, string Slug, int Version, string? File, string Hash, bool IsAsImported, bool InConflict, bool IsDeleted, bool HasOriginal);
