using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Posts;

/// <summary>The deeds: how posts are saved. A save is whole or not at all: post, revision, terms, addresses, the mark of its file and what subscribers are to be told.</summary>
public sealed class PostStore(BlogContext db, TaxonomyService taxonomy, BlogChanges changes, TimeProvider clock)
{
    /// <summary>Saves all changes in one transaction; when the database refuses one of them, each alone, so that one bad post stops no other.</summary>
    public async Task<IReadOnlyList<SaveResult>> SaveAsync(IReadOnlyList<PostChange> wanted, CancellationToken cancel = default)
    {
        var results = await TrySaveAsync(wanted, cancel);
        if (results is null)
        {
            var each = new List<SaveResult>();
            foreach (var change in wanted)
            {
                each.Add((await TrySaveAsync([change], cancel))?[0] ?? await WhyRefusedAsync(change, cancel));
            }

            results = each;
        }

        changes.Announce();
        return results;
    }

    public async Task<SaveResult> SaveAsync(PostChange wanted, CancellationToken cancel = default) => (await SaveAsync([wanted], cancel))[0];

    /// <summary>Keeps a file's text beside the post that was edited here meanwhile. The post stays as it is.</summary>
    public async Task KeepConflictAsync(int postId, ValidPost theirs, FileMark file, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var version = await db.Posts.Where(p => p.Id == postId).Select(p => p.Version).SingleAsync(cancel);
        db.PostRevisions.Add(Revision(theirs.Fields, version, RevisionOrigin.Conflict, now, postId));
        if (await db.ImportedFiles.SingleOrDefaultAsync(f => f.PostId == postId, cancel) is { } mark)
        {
            (mark.Path, mark.Hash, mark.InConflict) = (file.Path, file.Hash, true);
        }
        else
        {
            // No version of the post came from this file.
            db.ImportedFiles.Add(new ImportedFile { Path = file.Path, Hash = file.Hash, PostId = postId, PostVersion = 0, InConflict = true });
        }

        await db.SaveChangesAsync(cancel);
        changes.Announce();
    }

    /// <summary>Null when the database refused.</summary>
    private async Task<IReadOnlyList<SaveResult>?> TrySaveAsync(IReadOnlyList<PostChange> wanted, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // What somebody else of this request has loaded is no part of the save.
        db.ChangeTracker.Clear();
        var known = await LoadAsync(wanted, cancel);
        await taxonomy.PrepareAsync(wanted.SelectMany(c => TermsOf(c.Post.Fields)), cancel);
        var staged = wanted.Select(change => Stage(change, known, now)).ToList();
        TellSubscribers([.. staged.Select(s => s.Post).OfType<Post>()], now);

        try
        {
            await db.SaveChangesAsync(cancel);
            return [.. staged.Select(s => s.Refusal ?? new SaveResult.Saved(s.Post!.Id, s.Post.Version))];
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || db.IsUniqueViolation(refused))
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
            taxonomy.Forget();
        }
    }

    private async Task<Known> LoadAsync(IReadOnlyList<PostChange> wanted, CancellationToken cancel)
    {
        var ids = wanted.Where(c => c.PostId != null).Select(c => c.PostId!.Value).ToList();
        if (ids.Count == 0)
        {
            return new Known([], []);
        }

        var posts = db.Posts.Where(p => ids.Contains(p.Id)).Whole();
        return new Known(
            await posts.ToDictionaryAsync(p => p.Id, cancel),
            await db.ImportedFiles.Where(f => ids.Contains(f.PostId)).ToDictionaryAsync(f => f.PostId, cancel));
    }

    private (Post? Post, SaveResult? Refusal) Stage(PostChange change, Known known, DateTime now)
    {
        var fields = change.Post.Fields;
        Post? post;
        if (change.PostId is null)
        {
            post = new Post
            {
                Kind = fields.Kind,
                FeedId = fields.FeedId ?? $"urn:uuid:{Guid.CreateVersion7()}",
                Slug = fields.Slug,
                Title = fields.Title,
                Markdown = fields.Markdown,
                CreatedAt = now,
                OwnerId = change.AccountId,
            };
            Remember(change.Before, post, now);
            db.Posts.Add(post);
        }
        else if (!known.Posts.TryGetValue(change.PostId.Value, out post))
        {
            return (null, new SaveResult.NotFound());
        }
        else if (post.Version != change.Version)
        {
            return (null, new SaveResult.Conflict(post.Version));
        }
        else if (post.DeletedAt is not null)
        {
            return (null, new SaveResult.InBin());
        }

        Apply(change.Post, post, now);
        post.Revisions.Add(Revision(fields, post.Version, change.Origin, now, accountId: change.AccountId));
        if (change.Copy is { } copy)
        {
            // By its stamp: words that arrived meanwhile refuse the whole save.
            db.WorkingCopies.Remove(new WorkingCopy { Id = copy.Id, Stamp = copy.Stamp, Start = "", Fields = "" });
        }

        Mark(change.File, post, known.Marks.GetValueOrDefault(post.Id));
        return (post, null);
    }

    private static void Remember(FormerLife? before, Post post, DateTime now)
    {
        if (before?.PublishedAt <= now)
        {
            post.PublishAt(before.PublishedAt, now);
            post.Addresses.AddRange(before.Addresses.Select(path => new PublishedAddress { Path = path, Since = now }));
        }
    }

    private void TellSubscribers(IReadOnlyCollection<Post> saved, DateTime now)
    {
        if (saved.Count > 0)
        {
            db.Outbox.AddRange(Outbox.EntriesFor(saved, now));
        }
    }

    private void Apply(ValidPost valid, Post post, DateTime now)
    {
        var fields = valid.Fields;
        // Before anything changes: what it has now was seen, if the post was.
        post.NoteShown(now);
        post.Slug = fields.Slug;
        post.Title = fields.Title.Trim();
        post.Markdown = fields.Markdown;
        post.PublishAt(fields.Draft ? null : fields.Date ?? post.FirstPublishedAt ?? now, now);
        post.UpdatedAt = fields.UpdatedAt ?? post.UpdatedAt;
        post.ExpiresAt = fields.ExpiresAt;
        post.Description = fields.Description;
        post.Summary = fields.Summary;
        post.Image = fields.Image;
        post.Video = fields.Video;
        post.Author = fields.Author;
        post.Featured = fields.Featured;
        post.Language = fields.Language;
        post.CanonicalUrl = fields.CanonicalUrl;
        post.Comments = fields.Comments;
        post.Sources = [.. fields.Sources];
        post.ReviewedOn = fields.ReviewedOn;
        post.ReviewedBy = fields.ReviewedBy;
        post.Phase = fields.Phase;
        post.AppliesTo = fields.AppliesTo;
        post.Grade = fields.Grade;
        post.UnknownFrontMatter = fields.UnknownFrontMatter;
        post.Excerpt = valid.Excerpt;
        post.WordCount = valid.WordCount;
        post.SavedAt = now;
        post.Version++;
        SetTerms(fields, post);
        post.NoteShown(now);
        KeepAddresses(fields, post, now);
    }

    private void SetTerms(PostFields fields, Post post)
    {
        var wanted = TermsOf(fields).Select((t, i) => (Term: taxonomy.Find(t.Kind, t.Name), Position: t.Position ?? i)).DistinctBy(t => t.Term).ToList();
        post.Terms.RemoveAll(have => wanted.All(t => t.Term != have.Term));
        foreach (var (term, position) in wanted)
        {
            if (post.Terms.FirstOrDefault(have => have.Term == term) is { } have)
            {
                have.Position = position;
            }
            else
            {
                post.Terms.Add(new PostTerm { Term = term, Position = position });
            }
        }
    }

    private static IEnumerable<(TermKind Kind, string Name, int? Position)> TermsOf(PostFields fields) =>
    [
        .. fields.Categories.Select(name => (TermKind.Category, name, (int?)null)),
        .. fields.Tags.Select(name => (TermKind.Tag, name, (int?)null)),
        .. fields.Series is { } series ? new[] { (TermKind.Series, series, fields.SeriesOrder) } : [],
    ];

    /// <summary>From its publication on, every address of a post is kept for ever. Before, a moved date moves them along.</summary>
    private static void KeepAddresses(PostFields fields, Post post, DateTime now)
    {
        // Not by the first publication: a slug that a post got as a draft was never seen.
        if (post.PublishedAt is not { } since)
        {
            return;
        }

        foreach (var path in fields.Aliases.Select(PostAddress.SpellWritten).Append(post.Path).Distinct())
        {
            if (post.Addresses.FirstOrDefault(a => a.Path == path) is not { } kept)
            {
                post.Addresses.Add(new PublishedAddress { Path = path, Since = since < now ? now : since });
            }
            else if (kept.Since > now)
            {
                kept.Since = since;
            }
        }
    }

    private static PostRevision Revision(PostFields fields, int version, RevisionOrigin origin, DateTime now, int postId = 0, int? accountId = null) =>
        new() { PostId = postId, Version = version, Origin = origin, SavedAt = now, AccountId = accountId, Fields = PostFieldsJson.Write(fields) };

    private void Mark(FileMark? file, Post post, ImportedFile? mark)
    {
        if (file is null)
        {
            return;
        }

        if (mark is null)
        {
            db.ImportedFiles.Add(new ImportedFile { Path = file.Path, Hash = file.Hash, Original = file.Bytes, Post = post, PostVersion = post.Version });
        }
        else
        {
            (mark.Path, mark.Hash, mark.Original, mark.PostVersion, mark.InConflict) = (file.Path, file.Hash, file.Bytes, post.Version, false);
        }
    }

    private async Task<SaveResult> WhyRefusedAsync(PostChange change, CancellationToken cancel)
    {
        if (change.PostId is { } id && await db.Posts.Where(p => p.Id == id).Select(p => p.Version).SingleOrDefaultAsync(cancel) is var version && version != change.Version)
        {
            return new SaveResult.Conflict(version);
        }

        if (await db.Posts.AnyAsync(p => p.Id == change.PostId && p.DeletedAt != null, cancel))
        {
            return new SaveResult.InBin();
        }

        if (change.Copy is { } copy && !await db.WorkingCopies.AnyAsync(c => c.Id == copy.Id && c.Stamp == copy.Stamp, cancel))
        {
            return new SaveResult.Conflict(change.Version);
        }

        var fields = change.Post.Fields;
        var paths = fields.Aliases.Select(PostAddress.SpellWritten).ToList();
        var taken = await db.PublishedAddresses.Where(a => paths.Contains(a.Path) && a.PostId != change.PostId).Select(a => a.Path).FirstOrDefaultAsync(cancel);
        return new SaveResult.SlugTaken(taken ?? PostAddress.Of(fields.Kind, fields.Slug));
    }

    private sealed record Known(Dictionary<int, Post> Posts, Dictionary<int, ImportedFile> Marks);
}
