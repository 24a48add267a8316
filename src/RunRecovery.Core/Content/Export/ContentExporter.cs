using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Content.Export;

/// <summary>
/// Writes the blog as a content folder: texts, media, the data for recovery, and what none of them says as the blog's memory. An import of it into an empty database
/// makes the same blog.
/// </summary>
public sealed class ContentExporter(IServiceScopeFactory scopes, PostFieldsReader reader, MediaFolder stored)
{
    /// <summary>Texts held in memory at a time.</summary>
    private const int BatchSize = 200;

    /// <param name="data">The folder of the database.</param>
    /// <param name="content">The folder the blog imports from; null: none. An export into it leaves the two in agreement.</param>
    /// <exception cref="ContentRefusedException">Nothing, or nothing more, can be written.</exception>
    public async Task<ExportReport> ExportAsync(string path, string data, string? content, CancellationToken cancel = default)
    {
        var report = new ExportReport();
        var folder = ExportFolder.Open(path, data, report);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BlogContext>();
        var isOwnContent = content is not null && Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(content));

        var terms = await db.Terms.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancel);
        var former = await db.FormerTerms.AsNoTracking().Include(f => f.Term).OrderBy(f => f.Id).ToListAsync(cancel);
        var writer = new PostFile(reader, new TermNames(terms, former));
        var texts = new List<ExportedText>();
        foreach (var batch in (await PathsAsync(db, cancel)).Chunk(BatchSize))
        {
            List<(int PostId, int Version, FileMark File)> toNote = [];
            try
            {
                foreach (var (post, file) in await LoadAsync(db, batch, cancel))
                {
                    var place = ContentPath.Of(batch.Single(p => p.PostId == post.Id).Path, post.Kind);
                    var wanted = WantedOf(post, await SetAsync(db, post, cancel));
                    var written = writer.Write(wanted, place, OriginalOf(file, folder), isEdited: file?.PostVersion != post.Version);
                    var isThere = Put(place.Path, written, file, folder, isOwnContent, report);
                    texts.Add(new ExportedText(post, place, wanted, written, isThere));
                    if (isThere && !IsNoted(post, file, written))
                    {
                        toNote.Add((post.Id, post.Version, new FileMark(place.Path, ContentHash.Of(written.Bytes)) { Bytes = written.Bytes }));
                    }
                }
            }
            finally
            {
                if (isOwnContent)
                {
                    // The next import finds nothing new in what was written, also when the disk is full by now.
                    await scope.ServiceProvider.GetRequiredService<ImportedFiles>().NoteAsync(toNote, CancellationToken.None);
                }
            }
        }

        var media = await PutMediaAsync(db, folder, report, cancel);
        PutRecovery(content, folder, report);

        var identity = await db.SiteIdentities.AsNoTracking().SingleAsync(cancel);
        var memory = Remembering.Of(identity, texts, terms, former, media) with
        {
            MediaAlt = await db.MediaItems.AsNoTracking().Where(m => m.DeletedAt == null && m.Alt != null).ToDictionaryAsync(m => m.Path, m => m.Alt!, cancel),
            Gone = await GoneAsync(db, cancel),
            GoneMedia = await db.MediaItems.AsNoTracking().Where(m => m.DeletedAt != null).OrderBy(m => m.Path).Select(m => m.Path).ToListAsync(cancel),
        };
        folder.Put(BlogMemory.FileName, Encoding.UTF8.GetBytes(BlogMemoryWriter.Write(memory)));
        folder.Finish();
        report.Unsaved = await db.WorkingCopies.AsNoTracking().Where(c => c.Post!.DeletedAt == null).OrderBy(c => c.PostId).Select(c => c.Title.Length > 0 ? c.Title : c.Post!.Title).ToListAsync(cancel);
        return report;
    }

    /// <summary>What no database holds: the data for recovery go along as they are, else the same blog would lack the pages made from them.</summary>
    private static void PutRecovery(string? content, ExportFolder folder, ExportReport report)
    {
        foreach (var path in content is null ? [] : RecoveryFile.AllIn(content))
        {
            try
            {
                folder.Put(path, File.ReadAllBytes(Path.Combine(content!, path)));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                folder.Leave(path);
                report.Problem(path, $"cannot be read: {failure.Message}");
            }
        }
    }

    /// <summary>Which text goes where: a text keeps the file it came from.</summary>
    private static async Task<List<Place>> PathsAsync(BlogContext db, CancellationToken cancel)
    {
        var posts = await db.Posts.AsNoTracking().Where(p => p.DeletedAt == null).OrderBy(p => p.Id).Select(p => new { p.Id, p.Kind, p.Slug }).ToListAsync(cancel);
        var files = await db.ImportedFiles.AsNoTracking().ToDictionaryAsync(f => f.PostId, f => f.Path, cancel);
        // Some file systems do not tell upper from lower case.
        var taken = files.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. posts.Select(post => new Place(post.Id, files.GetValueOrDefault(post.Id) ?? FreePath(ContentPath.Of(post.Kind, post.Slug), taken)))];
    }

    private static string FreePath(string wanted, HashSet<string> taken)
    {
        var path = wanted;
        for (var number = 2; !taken.Add(path); number++)
        {
            path = $"{wanted[..^".md".Length]}-{number}.md";
        }

        return path;
    }

    private static async Task<List<(Post Post, ImportedFile? File)>> LoadAsync(BlogContext db, Place[] places, CancellationToken cancel)
    {
        var ids = places.Select(place => place.PostId).ToList();
        var posts = await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).Whole().ToListAsync(cancel);
        var files = await db.ImportedFiles.AsNoTracking().Where(f => ids.Contains(f.PostId)).ToDictionaryAsync(f => f.PostId, cancel);
        return [.. posts.Select(post => (post, files.GetValueOrDefault(post.Id)))];
    }

    /// <summary>What the author of a draft has set and the blog does not need before it is published.</summary>
    private static async Task<PostFields?> SetAsync(BlogContext db, Post post, CancellationToken cancel) => post.PublishedAt is null
        && await db.PostRevisions.SetFor(post).FirstOrDefaultAsync(cancel) is { } fields ? PostFieldsJson.Read(fields) : null;

    private static PostFields WantedOf(Post post, PostFields? set)
    {
        var wanted = PostFields.Of(post);
        return set is null ? wanted : wanted with
        {
            Date = wanted.Date ?? set.Date,
            Aliases = [.. set.Aliases.Concat(wanted.Aliases).DistinctBy(PostAddress.SpellWritten)],
        };
    }

    /// <summary>The file that made the post; one that was imported before files were kept may still lie there.</summary>
    private static byte[]? OriginalOf(ImportedFile? file, ExportFolder folder) => file is null ? null
        : file.Original ?? (!file.InConflict && folder.Read(file.Path) is { } there && ContentHash.Of(there) == file.Hash ? there : null);

    private static bool Put(string path, WrittenFile written, ImportedFile? file, ExportFolder folder, bool isOwnContent, ExportReport report)
    {
        if (isOwnContent && file is { InConflict: true })
        {
            folder.Leave(path);
            report.Conflict(path);
            return false;
        }

        if (written.Problem is { } problem)
        {
            report.Problem(path, problem);
        }

        if (!ContentFolder.Reads(path))
        {
            report.Problem(path, "an import does not read a file of this name.");
        }

        string?[] known = file is { InConflict: false } ? [file.Hash, file.Original is null ? null : ContentHash.Of(file.Original)] : [];
        return folder.Put(path, written.Bytes, known);
    }

    /// <summary>The blog knows already that its file says what the post says.</summary>
    private static bool IsNoted(Post post, ImportedFile? file, WrittenFile written) =>
        file is { InConflict: false, Original: not null } && file.PostVersion == post.Version && file.Hash == ContentHash.Of(written.Bytes);

    /// <returns>What addresses call the content of those whose file does not say it.</returns>
    private async Task<Dictionary<string, string>> PutMediaAsync(BlogContext db, ExportFolder folder, ExportReport report, CancellationToken cancel)
    {
        Dictionary<string, string> names = [];
        foreach (var item in await db.MediaItems.AsNoTracking().Where(m => m.DeletedAt == null).OrderBy(m => m.Path).ToListAsync(cancel))
        {
            var (source, path) = (stored.FileOf(item.Path), MediaPath.Of(item.Path).Path);
            if (!File.Exists(source))
            {
                folder.Leave(path);
                report.Problem(path, "is missing in the blog's own media folder.");
                continue;
            }

            if (!ContentFolder.Reads(path))
            {
                report.Problem(path, "an import does not read a file of this name.");
            }

            var hash = ContentHash.OfFile(source);
            folder.Put(path, source, hash, item.Hash, item.SourceHash);
            if (item.Hash != hash)
            {
                names[item.Path] = item.Hash;
            }
        }

        return names;
    }

    /// <summary>Deleted posts that readers have seen, also while they lie in the bin: the bin does not move to another blog.</summary>
    private static async Task<List<RememberedPost>> GoneAsync(BlogContext db, CancellationToken cancel)
    {
        var gone = await db.Posts.AsNoTracking().Gone().Include(p => p.Addresses).OrderBy(p => p.FirstPublishedAt).ThenBy(p => p.FeedId).ToListAsync(cancel);
        return [.. gone.Select(p => new RememberedPost(p.Kind, p.Slug, p.FeedId, p.FirstPublishedAt!.Value, [.. p.Addresses.OrderBy(a => a.Id).Select(a => PostAddress.Write(a.Path))]))];
    }

    private sealed record Place(int PostId, string Path);
}
