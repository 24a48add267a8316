using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content;

/// <summary>Takes from a blog's memory what this blog does not know better. What is here already stays, so that doing it again changes nothing.</summary>
public sealed class Recollection(BlogContext db, BlogChanges changes, TimeProvider clock)
{
    /// <summary>Before texts come in: they find their terms by name.</summary>
    internal async Task TakeAsync(BlogMemory memory, CancellationToken cancel)
    {
        if (memory == BlogMemory.Nothing)
        {
            return;
        }

        var isSameBlog = memory.Id is { } id && await TakeIdentityAsync(id, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var terms = await db.Terms.ToListAsync(cancel);
        var former = await db.FormerTerms.Include(f => f.Term).OrderBy(f => f.Id).ToListAsync(cancel);
        // Those that a name leads to are there before any text gives them.
        var ledTo = memory.FormerTerms.Where(name => name.Now is not null && !IsKnown(name, former)).Select(name => new RememberedTerm(name.Kind, name.Now!, null, null, null));
        foreach (var remembered in memory.Terms.Concat(ledTo).ToList())
        {
            Take(remembered, isSameBlog, terms, former);
        }

        // First the terms: those that lead to none would else come before those that lead to one of them.
        var isNew = await db.SaveChangesAsync(cancel) > 0;
        foreach (var remembered in memory.FormerTerms)
        {
            Take(remembered, terms, former);
        }

        await TakeGoneAsync(memory, cancel);
        if (isNew | await db.SaveChangesAsync(cancel) > 0)
        {
            db.Outbox.Add(new OutboxEntry { DueAt = clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            changes.Announce();
        }
    }

    /// <summary>A blog that has said anything to anybody keeps its identity.</summary>
    /// <returns>Whether this is the blog that remembers.</returns>
    private async Task<bool> TakeIdentityAsync(Guid id, CancellationToken cancel)
    {
        if (!await db.Posts.AnyAsync(cancel) && !await db.Terms.AnyAsync(cancel))
        {
            await db.SiteIdentities.ExecuteUpdateAsync(set => set.SetProperty(s => s.Uuid, id), cancel);
        }

        return await db.SiteIdentities.AnyAsync(s => s.Uuid == id, cancel);
    }

    private void Take(RememberedTerm remembered, bool isSameBlog, List<Term> terms, List<FormerTerm> former)
    {
        var key = Term.KeyOf(remembered.Name);
        if (terms.Find(t => t.Kind == remembered.Kind && t.Key == key) is { } known)
        {
            known.ShownFrom(remembered.Since);
            return;
        }

        // It has another name here meanwhile, or was merged.
        if (former.Exists(f => f.Kind == remembered.Kind && f.Key == key))
        {
            return;
        }

        var wanted = remembered.Slug ?? Slug.From(remembered.Name);
        var slug = wanted;
        for (var number = 2; terms.Exists(t => t.Kind == remembered.Kind && t.Slug == slug); number++)
        {
            slug = $"{wanted}-{number}";
        }

        // In another blog the same name would stand for another feed.
        var feedName = isSameBlog && !terms.Exists(t => t.FeedName == remembered.FeedName) ? remembered.FeedName : null;
        var term = new Term { Kind = remembered.Kind, Name = Term.Tidy(remembered.Name), Key = key, Slug = slug, FeedName = feedName ?? Term.FeedNameOf(remembered.Kind, key) };
        term.ShownFrom(remembered.Since);
        db.Terms.Add(term);
        terms.Add(term);
    }

    private void Take(RememberedName remembered, List<Term> terms, List<FormerTerm> former)
    {
        var key = Term.KeyOf(remembered.Name);
        var now = remembered.Now is null ? null : terms.Find(t => t.Kind == remembered.Kind && t.Key == Term.KeyOf(remembered.Now));
        if (IsKnown(remembered, former) || (remembered.Now is not null && now is null))
        {
            return;
        }

        var taken = new FormerTerm { Kind = remembered.Kind, Key = key, Slug = SlugOf(remembered), Term = now };
        db.FormerTerms.Add(taken);
        former.Add(taken);
    }

    /// <summary>What was deleted elsewhere is deleted here too, if nobody has its id or one of its addresses.</summary>
    private async Task TakeGoneAsync(BlogMemory memory, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        HashSet<string> taken = [];
        foreach (var gone in memory.Gone.Where(gone => gone.Date <= now && gone.Date >= PostValidator.EarliestDate))
        {
            var addresses = gone.Addresses.Select(PostAddress.SpellWritten).Distinct().ToList();
            if (!addresses.Append(PostAddress.Of(gone.Kind, gone.Slug)).Append(gone.Id).Distinct().All(taken.Add))
            {
                continue;
            }

            if (await db.Posts.AnyAsync(p => p.FeedId == gone.Id || (p.Kind == gone.Kind && p.Slug == gone.Slug), cancel) || await db.PublishedAddresses.AnyAsync(a => addresses.Contains(a.Path), cancel))
            {
                continue;
            }

            var post = new Post { Kind = gone.Kind, Slug = gone.Slug, FeedId = gone.Id, Title = "", Markdown = "", CreatedAt = now, SavedAt = now, Version = 1 };
            post.PublishAt(gone.Date, now);
            post.Delete(now);
            post.Purge();
            post.Addresses.AddRange(addresses.Select(path => new PublishedAddress { Path = path, Since = gone.Date }));
            db.Posts.Add(post);
        }

        foreach (var path in memory.GoneMedia)
        {
            if (MediaReference.Resolve("", path) == path && MediaTypes.Of(path) is { } type && !await db.MediaItems.AnyAsync(m => m.Path == path, cancel))
            {
                db.MediaItems.Add(new MediaItem { Path = path, Hash = "", ContentType = type.ContentType, SavedAt = now, DeletedAt = now });
            }
        }
    }

    private static bool IsKnown(RememberedName remembered, List<FormerTerm> former) => former.Exists(f => f.Kind == remembered.Kind && f.Slug == SlugOf(remembered));

    private static string SlugOf(RememberedName remembered) => remembered.Slug ?? Slug.From(remembered.Name);
}
