using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Taxonomy;

/// <summary>Categories, tags and series: finding and making them by name, renaming, merging, deleting, and counting what visitors see.</summary>
public sealed class TaxonomyService(BlogContext db, BlogChanges changes, TimeProvider clock)
{
    private readonly Dictionary<(TermKind Kind, string Key), Term> _prepared = [];

    /// <summary>The term with this name in any spelling, or with this former name; a new one when there is none. Saved with the caller's next save.</summary>
    public async Task<Term> FindOrCreateAsync(TermKind kind, string name, CancellationToken cancel = default)
    {
        await PrepareAsync([(kind, name, null)], cancel);
        return Find(kind, name);
    }

    public async Task<TermLookup> FindBySlugAsync(TermKind kind, string slug, CancellationToken cancel = default)
    {
        if (await db.Terms.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind && t.Slug == slug, cancel) is { } term)
        {
            return new TermLookup.Found(term);
        }

        return await db.FormerTerms.AsNoTracking().Include(f => f.Term).SingleOrDefaultAsync(f => f.Kind == kind && f.Slug == slug, cancel) switch
        {
            null => new TermLookup.Unknown(),
            { Term: null } => new TermLookup.Gone(),
            { Term: { } now } => new TermLookup.Moved(now),
        };
    }

    /// <summary>Whether visitors could ever see a post here. Then the address goes on answering, also when there is none left.</summary>
    public async Task<bool> IsPublicAsync(Term term, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Also one that appeared and was hidden between two saves.
        return term.Since <= now || await db.PostTerms.In(term).EverPublished(now).Released().AnyAsync(cancel);
    }

    /// <summary>All terms of a kind with at least one visible post, by name.</summary>
    public async Task<IReadOnlyList<TermCount>> CountsAsync(TermKind kind, CancellationToken cancel = default)
    {
        var counts = await db.Posts.Published(clock.GetUtcNow().UtcDateTime).ListedByTopic()
            .SelectMany(p => p.Terms).Where(t => t.Term.Kind == kind)
            .GroupBy(t => t.TermId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var terms = await db.Terms.AsNoTracking().Where(t => t.Kind == kind).ToListAsync(cancel);
        return [.. terms.Where(t => counts.ContainsKey(t.Id)).Select(t => new TermCount(t, counts[t.Id])).OrderBy(t => t.Term.Key, StringComparer.Ordinal)];
    }

    /// <summary>All terms of a kind, also those whose posts nobody sees yet, by name.</summary>
    public async Task<IReadOnlyList<Term>> AllAsync(TermKind kind, CancellationToken cancel = default) =>
        await db.Terms.AsNoTracking().Where(t => t.Kind == kind).OrderBy(t => t.Key).ToListAsync(cancel);

    /// <summary>The terms of a kind as an editor sees them, by name: with how many posts have them, whether readers see those or not.</summary>
    public async Task<IReadOnlyList<TermUse>> UsesAsync(TermKind kind, CancellationToken cancel = default) =>
        await Uses(db.Terms.Where(t => t.Kind == kind)).ToListAsync(cancel);

    public Task<TermUse?> FindUseAsync(int termId, CancellationToken cancel = default) => Uses(db.Terms.Where(t => t.Id == termId)).SingleOrDefaultAsync(cancel);

    /// <summary>Gives a term another name. Its old address redirects for ever. False when another term of the kind has the name.</summary>
    public async Task<bool> RenameAsync(int termId, string name, CancellationToken cancel = default)
    {
        var term = await db.Terms.SingleAsync(t => t.Id == termId, cancel);
        var key = Term.KeyOf(name);
        if (await db.Terms.AnyAsync(t => t.Kind == term.Kind && t.Key == key && t.Id != termId, cancel))
        {
            return false;
        }

        var slug = term.Key == key ? term.Slug : await FreeSlugAsync(term.Kind, name, cancel, ownId: termId);
        if (slug != term.Slug)
        {
            await RememberAsync(term, term, cancel);
        }

        // A name it once had and has again is no former one.
        await db.FormerTerms.Where(f => f.Kind == term.Kind && f.Key == key && f.Slug == slug && f.TermId == termId).ExecuteDeleteAsync(cancel);
        (term.Name, term.Key, term.Slug) = (Term.Tidy(name), key, slug);
        await SaveAsync(cancel);
        return true;
    }

    /// <summary>Moves all posts, former names and the address of one term to another of its kind, in one transaction.</summary>
    public async Task MergeAsync(int sourceId, int targetId, CancellationToken cancel = default)
    {
        var source = await db.Terms.SingleAsync(t => t.Id == sourceId, cancel);
        var target = await db.Terms.SingleAsync(t => t.Id == targetId && t.Kind == source.Kind && t.Id != sourceId, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        var inBoth = db.PostTerms.Where(t => t.TermId == targetId).Select(t => t.PostId);
        await db.PostTerms.Where(t => t.TermId == sourceId && inBoth.Contains(t.PostId)).ExecuteDeleteAsync(cancel);
        await db.PostTerms.Where(t => t.TermId == sourceId).ExecuteUpdateAsync(set => set.SetProperty(t => t.TermId, targetId), cancel);
        await db.FormerTerms.Where(f => f.TermId == sourceId).ExecuteUpdateAsync(set => set.SetProperty(f => f.TermId, targetId), cancel);
        target.ShownFrom(source.Since);
        await RememberAsync(source, target, cancel);
        db.Terms.Remove(source);
        await SaveAsync(cancel);

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Takes a term from all posts. Its addresses, also the former ones, answer "gone".</summary>
    public async Task DeleteAsync(int termId, CancellationToken cancel = default)
    {
        var term = await db.Terms.SingleAsync(t => t.Id == termId, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        await db.FormerTerms.Where(f => f.TermId == termId).ExecuteUpdateAsync(set => set.SetProperty(f => f.TermId, (int?)null), cancel);
        await db.PostTerms.Where(t => t.TermId == termId).ExecuteDeleteAsync(cancel);
        await RememberAsync(term, null, cancel);
        db.Terms.Remove(term);
        await SaveAsync(cancel);

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Finds or makes many terms at once, for <see cref="Find"/>.</summary>
    internal async Task PrepareAsync(IEnumerable<(TermKind Kind, string Name, int? Position)> names, CancellationToken cancel)
    {
        var wanted = names.Select(n => (n.Kind, n.Name, Key: Term.KeyOf(n.Name))).DistinctBy(n => (n.Kind, n.Key)).Where(n => !_prepared.ContainsKey((n.Kind, n.Key))).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var keys = wanted.Select(n => n.Key).Distinct().ToList();
        foreach (var former in await db.FormerTerms.Include(f => f.Term).Where(f => keys.Contains(f.Key) && f.TermId != null).OrderBy(f => f.Id).ToListAsync(cancel))
        {
            _prepared[(former.Kind, former.Key)] = former.Term!;
        }

        foreach (var term in await db.Terms.Where(t => keys.Contains(t.Key)).ToListAsync(cancel))
        {
            _prepared[(term.Kind, term.Key)] = term;
        }

        foreach (var (kind, name, key) in wanted.Where(n => !_prepared.ContainsKey((n.Kind, n.Key))))
        {
            var term = new Term { Kind = kind, Name = Term.Tidy(name), Key = key, Slug = await FreeSlugAsync(kind, name, cancel), FeedName = await FreeFeedNameAsync(kind, key, cancel) };
            db.Terms.Add(term);
            _prepared[(kind, key)] = term;
        }
    }

    internal Term Find(TermKind kind, string name) => _prepared[(kind, Term.KeyOf(name))];

    internal void Forget() => _prepared.Clear();

    /// <summary>"C" and "C++" are two names with one slug: the later one gets a number.</summary>
    private async Task<string> FreeSlugAsync(TermKind kind, string name, CancellationToken cancel, int? ownId = null)
    {
        var slug = Slug.From(name);
        for (var number = 2; await IsTakenAsync(slug); number++)
        {
            slug = $"{Slug.From(name)}-{number}";
        }

        return slug;

        async Task<bool> IsTakenAsync(string candidate) =>
            _prepared.Values.Any(t => t.Kind == kind && t.Slug == candidate)
            || await db.Terms.AnyAsync(t => t.Kind == kind && t.Slug == candidate && t.Id != ownId, cancel)
            || await db.FormerTerms.AnyAsync(f => f.Kind == kind && f.Slug == candidate && f.TermId != null && f.TermId != ownId, cancel);
    }

    /// <summary>A term that had the name before keeps the id of its feeds, whatever it is called now.</summary>
    private async Task<string> FreeFeedNameAsync(TermKind kind, string key, CancellationToken cancel)
    {
        var name = Term.FeedNameOf(kind, key);
        for (var number = 2; await db.Terms.AnyAsync(t => t.FeedName == name, cancel); number++)
        {
            name = $"{Term.FeedNameOf(kind, key)}/{number}";
        }

        return name;
    }

    private IQueryable<TermUse> Uses(IQueryable<Term> terms)
    {
        var visible = db.Posts.Published(clock.GetUtcNow().UtcDateTime);
        return terms.AsNoTracking().OrderBy(t => t.Key).Select(t => new TermUse(
            t,
            db.PostTerms.Count(p => p.TermId == t.Id && p.Post!.DeletedAt == null),
            db.PostTerms.Count(p => p.TermId == t.Id && visible.Any(v => v.Id == p.PostId)),
            db.FormerTerms.Where(f => f.TermId == t.Id).Select(f => f.Slug).ToList()));
    }

    private async Task RememberAsync(Term old, Term? now, CancellationToken cancel)
    {
        await db.FormerTerms.Where(f => f.Kind == old.Kind && f.Slug == old.Slug).ExecuteDeleteAsync(cancel);
        db.FormerTerms.Add(new FormerTerm { Kind = old.Kind, Key = old.Key, Slug = old.Slug, TermId = now?.Id });
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        db.Outbox.Add(new OutboxEntry { DueAt = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        Forget();
        changes.Announce();
    }
}

/// <param name="Count">Posts and tips that visitors can see.</param>
public sealed record TermCount(Term Term, int Count);

/// <param name="Posts">All posts and tips that have it, without those in the bin.</param>
/// <param name="Visible">Those of them that readers see.</param>
/// <param name="FormerSlugs">Old addresses that lead here.</param>
public sealed record TermUse(Term Term, int Posts, int Visible, IReadOnlyList<string> FormerSlugs);

public abstract record TermLookup
{
    private TermLookup()
    {
    }

    public sealed record Found(Term Term) : TermLookup;

    public sealed record Moved(Term Term) : TermLookup;

    public sealed record Gone : TermLookup;

    public sealed record Unknown : TermLookup;
}
