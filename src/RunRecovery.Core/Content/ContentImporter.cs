using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>
/// Brings what changed in a content folder into the database. Each file comes in whole or not at all, one that is refused stops no other,
/// and what was edited here is never overwritten.
/// </summary>
public sealed class ContentImporter(IServiceScopeFactory scopes, ContentReader reader)
{
    /// <summary>Files held in memory at a time, and saved in one transaction.</summary>
    private const int BatchSize = 200;

    /// <exception cref="ContentRefusedException">There is no such folder.</exception>
    public async Task<ImportReport> ImportAsync(string path, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var folder = ContentFolder.Open(path);
        var report = new ImportReport();
        report.Refuse(folder.Problems);
        if (await RememberAsync(folder, report, cancel) is not { } memory)
        {
            return report;
        }

        await SaveMediaAsync(folder, memory, report, cancel);
        var plan = await PlanAsync(folder, memory, report, cancel);
        var done = folder.Texts.Count - plan.ToRead.Count;
        var owners = plan.Unchanged.ToDictionary(post => PostAddress.Of(post.Kind, post.Slug), post => post.File!);
        var batches = plan.ToRead.Chunk(BatchSize).ToList();
        var next = PrepareAsync(folder, memory, batches.FirstOrDefault() ?? [], cancel);
        for (var i = 0; i < batches.Count; i++)
        {
            progress?.Report(new ImportProgress(done, folder.Texts.Count));
            var texts = await next;
            // While the database writes these, the next ones are read.
            next = PrepareAsync(folder, memory, i + 1 < batches.Count ? batches[i + 1] : [], cancel);
            await SaveAsync(texts, owners, report, cancel);
            done += batches[i].Length;
        }

        progress?.Report(new ImportProgress(done, folder.Texts.Count));
        report.Sort();
        return report;
    }

    /// <summary>Null when the blog's memory cannot be read: without it, texts would be announced again.</summary>
    private async Task<BlogMemory?> RememberAsync(ContentFolder folder, ImportReport report, CancellationToken cancel)
    {
        try
        {
            var memory = BlogMemoryReader.Read(folder);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Recollection>().TakeAsync(memory, cancel);
            return memory;
        }
        catch (ContentRefusedException refusal)
        {
            report.Refuse([new ContentProblem(BlogMemory.FileName, refusal.Line, $"{refusal.Message} Nothing was imported.")]);
            return null;
        }
    }

    private async Task SaveMediaAsync(ContentFolder folder, BlogMemory memory, ImportReport report, CancellationToken cancel)
    {
        var looks = await InParallel(folder.Media, path => LookAtMedia(folder, memory, path), cancel);
        report.Refuse(looks.Select(look => look.Problem).OfType<ContentProblem>());

        await using var scope = scopes.CreateAsyncScope();
        var files = looks.Where(look => look.File is not null).Select(look => (look.Path, File: look.File!)).ToList();
        var results = await scope.ServiceProvider.GetRequiredService<MediaStore>().SaveAsync([.. files.Select(f => f.File)], cancel);
        report.MediaUnchanged = results.Count(result => result is MediaSaveResult.Unchanged);
        report.MediaSaved = results.Count(result => result is MediaSaveResult.Added or MediaSaveResult.Changed);
        report.Refuse(files.Zip(results, (file, result) => (file.Path, Refusal: result as MediaSaveResult.Refused))
            .Where(m => m.Refusal is not null).Select(m => new ContentProblem(m.Path.Path, null, m.Refusal!.Reason)));
    }

    private static (MediaPath Path, MediaFile? File, ContentProblem? Problem) LookAtMedia(ContentFolder folder, BlogMemory memory, MediaPath path)
    {
        try
        {
            var file = folder.FullPath(path.Path);
            return (path, new MediaFile(path.Target, file, ContentFile.HashOf(file)) { KnownAs = memory.Media.GetValueOrDefault(path.Target), Alt = memory.MediaAlt.GetValueOrDefault(path.Target) }, null);
        }
        catch (ContentRefusedException refusal)
        {
            return (path, null, new ContentProblem(path.Path, refusal));
        }
    }

    private async Task<ImportPlan> PlanAsync(ContentFolder folder, BlogMemory memory, ImportReport report, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<ImportedFiles>();
        var known = await files.AllAsync(cancel);

        var byFile = known.Where(post => post.File is not null).ToDictionary(post => post.File!);
        var looks = await InParallel(folder.Texts, path => Look(folder, memory, path, byFile.GetValueOrDefault(path.Path)), cancel);
        var unreadable = looks.Select(look => look.Problem).OfType<ContentProblem>().ToList();
        var plan = new ImportPlan([.. looks.Select(look => look.File).OfType<SeenFile>()], unreadable.Select(problem => problem.Path), known, memory.Order);
        await files.MoveAsync(plan.Moves, cancel);
        await KeepOriginalsAsync(folder, files, plan.Unchanged, cancel);

        report.Refuse(unreadable);
        report.Refuse(plan.Refused);
        report.Missing = plan.Missing;
        report.Deleted = plan.Deleted;
        report.Unchanged = plan.Unchanged.Count(post => !post.InConflict);
        foreach (var waiting in plan.Unchanged.Where(post => post.InConflict))
        {
            report.Conflict(waiting.File!);
        }

        return plan;
    }

    /// <summary>Of files that were imported before their bytes were kept.</summary>
    private static async Task KeepOriginalsAsync(ContentFolder folder, ImportedFiles files, IEnumerable<KnownPost> unchanged, CancellationToken cancel)
    {
        foreach (var post in unchanged.Where(post => !post.HasOriginal && !post.InConflict))
        {
            await files.KeepOriginalAsync(post, ContentFile.Read(folder.FullPath(post.File!)), cancel);
        }
    }

    /// <param name="before">What this path was at the last import. While the file is the same, its header need not be read for whose it is.</param>
    private static (SeenFile? File, ContentProblem? Problem) Look(ContentFolder folder, BlogMemory memory, ContentPath path, KnownPost? before)
    {
        try
        {
            var file = ContentFile.Read(folder.FullPath(path.Path));
            var id = before?.Hash == file.Hash ? before.FeedId : PostFieldsReader.IdOf(file) ?? memory.Texts.GetValueOrDefault(path.Path)?.Id;
            return (new SeenFile(path, file.Hash, id), null);
        }
        catch (ContentRefusedException refusal)
        {
            return (null, new ContentProblem(path.Path, refusal));
        }
    }

    private Task<Prepared[]> PrepareAsync(ContentFolder folder, BlogMemory memory, (ContentPath Path, KnownPost? Post)[] files, CancellationToken cancel) =>
        InParallel(files, file =>
        {
            var remembered = memory.Texts.GetValueOrDefault(file.Path.Path);
            var before = file.Post is null ? remembered?.Before : null;
            return new Prepared(file.Post, reader.Read(folder, file.Path, out var problems, fields => Recall(fields, file.Post, remembered)), problems, before);
        }, cancel);

    /// <summary>A post that is here already knows better, but for where its file lies.</summary>
    private static PostFields Recall(PostFields written, KnownPost? post, RememberedText? remembered) =>
        remembered is null ? written : post is null ? remembered.Add(written) : written with { Draft = written.Draft && !remembered.IsPublished };

    private async Task SaveAsync(Prepared[] prepared, Dictionary<string, string> owners, ImportReport report, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<PostStore>();
        List<(ReadText Text, KnownPost? Post, FormerLife? Before)> toSave = [];
        foreach (var (post, text, problems, before) in prepared)
        {
            report.Refuse(problems);
            if (text is null)
            {
                continue;
            }

            var address = PostAddress.Of(text.Path.Kind, text.Valid.Fields.Slug);
            if (!owners.TryAdd(address, text.Path.Path))
            {
                report.Refuse([Taken(text, address, owners[address])]);
            }
            else if (post is not null && text.Valid.Fields.FeedId is { } id && id != post.FeedId)
            {
                report.Refuse([text.Problem("id", $"'{id}' cannot replace '{post.FeedId}', by which subscribers know this post; write that one, or none.")]);
            }
            else if (post is { IsAsImported: false })
            {
                await KeepBesideAsync(store, post, text, report, cancel);
            }
            else
            {
                toSave.Add((text, post, before));
            }
        }

        var results = await store.SaveAsync([.. toSave.Select(s => Change(s.Text, s.Post, s.Before))], cancel);
        foreach (var ((text, post, _), result) in toSave.Zip(results))
        {
            switch (result)
            {
                case SaveResult.Saved when post is null:
                    report.Added++;
                    break;
                case SaveResult.Saved:
                    report.Changed++;
                    break;
                case SaveResult.Conflict:
                    await KeepBesideAsync(store, post!, text, report, cancel);
                    break;
                case SaveResult.SlugTaken taken:
                    var owner = await scope.ServiceProvider.GetRequiredService<ImportedFiles>().OwnerOfAsync(taken.Path, cancel);
                    report.Refuse([Taken(text, taken.Path, owner ?? "another post")]);
                    break;
                default:
                    report.Refuse([new ContentProblem(text.Path.Path, null, $"was not saved: {result}.")]);
                    break;
            }
        }
    }

    private static PostChange Change(ReadText text, KnownPost? post, FormerLife? before) =>
        new(post?.Id, post?.Version ?? 0, text.Valid, RevisionOrigin.Import) { File = text.Mark, Before = before };

    private static async Task KeepBesideAsync(PostStore store, KnownPost post, ReadText text, ImportReport report, CancellationToken cancel)
    {
        await store.KeepConflictAsync(post.Id, text.Valid, text.Mark, cancel);
        report.Conflict(text.Path.Path);
    }

    private static ContentProblem Taken(ReadText text, string address, string owner) =>
        text.Problem("slug", $"the address {address} is already that of {owner}; choose another slug.");

    private static async Task<TResult[]> InParallel<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work, CancellationToken cancel)
    {
        var results = new TResult[items.Count];
        await Parallel.ForAsync(0, items.Count, cancel, (i, _) =>
        {
            results[i] = work(items[i]);
            return ValueTask.CompletedTask;
        });
        return results;
    }

    private sealed record Prepared(KnownPost? Post, ReadText? Text, IReadOnlyList<ContentProblem> Problems, FormerLife? Before);
}
