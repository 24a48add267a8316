using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>The questions that pages and feeds ask about posts. Whatever a visitor may not see is not found here.</summary>
public sealed class PostRepository(BlogContext db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Post> Visible => db.Posts.AsNoTracking().Published(Now);

    public async Task<Post?> FindPublishedAsync(PostKind kind, string slug, CancellationToken cancel = default)
    {
        var post = await Visible.OfKind(kind).SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        return post is null ? null : (await WithTermsAsync([post], cancel))[0];
    }

    /// <summary>Whole posts for the home page: pinned ones, then the newest.</summary>
    public async Task<PageOf<Post>> HomeAsync(int page, int size, CancellationToken cancel = default)
    {
        var ids = await IdsAsync(Visible.OfKind(PostKind.Post).PinnedThenNewestFirst(), page, size, cancel);
        var posts = await FindAllAsync([.. ids.Items], cancel);
        return ids.With([.. posts.OrderBy(p => ids.Place(p.Id))]);
    }

    public Task<int> CountAsync(PostScope scope, CancellationToken cancel = default) => VisibleIn(scope).CountAsync(cancel);

    /// <summary>Whole posts of a feed, newest first: some of those that are left when the oldest are skipped.</summary>
    public async Task<IReadOnlyList<Post>> PartAsync(PostScope scope, int skip, int take, CancellationToken cancel = default) =>
        await FindAllAsync(await VisibleIn(scope).OldestFirst().Select(p => p.Id).Skip(skip).Take(take).ToListAsync(cancel), cancel);

    /// <summary>One that has been hidden meanwhile is left out.</summary>
    private async Task<IReadOnlyList<Post>> FindAllAsync(IReadOnlyCollection<int> ids, CancellationToken cancel = default) =>
        await WithTermsAsync(await Visible.Where(p => ids.Contains(p.Id)).NewestFirst().ToListAsync(cancel), cancel);

    public async Task<IReadOnlyList<PostSummary>> NewestAsync(int count, CancellationToken cancel = default) =>
        await SummariesAsync(Visible.OfKind(PostKind.Post).NewestFirst().Take(count), cancel);

    public async Task<PageOf<PostSummary>> InTermAsync(Term term, int page, int size, CancellationToken cancel = default)
    {
        var posts = VisibleIn(new PostScope.OfTerm(term));
        return await PageAsync(
            term.Kind == TermKind.Series ? posts.OrderBy(p => p.Terms.Single(t => t.TermId == term.Id).Position).ThenBy(p => p.PublishedAt) : posts.NewestFirst(),
            page, size, cancel);
    }

    public async Task<IReadOnlyList<PostSummary>> TipsAsync(string? phase, string? grade, CancellationToken cancel = default) =>
        await SummariesAsync(
            Visible.OfKind(PostKind.Tip).Where(p => (phase == null || p.Phase == phase) && (grade == null || p.Grade == grade)).OldestFirst(), cancel);

    /// <summary>All posts that cite something, newest first, and all tips, in their usual order; without their terms.</summary>
    public async Task<IReadOnlyList<PostSummary>> CitingPostsAndTipsAsync(CancellationToken cancel = default)
    {
        var texts = (await Visible.ListedByTopic().Where(p => p.Kind == PostKind.Tip || p.Sources.Count > 0).OldestFirst().Select(PostSummary.FromPost).ToListAsync(cancel)).ToLookup(text => text.Kind);
        return [.. texts[PostKind.Post].Reverse(), .. texts[PostKind.Tip]];
    }

    /// <summary>Those of these that are there, newest first.</summary>
    public async Task<IReadOnlyList<PostSummary>> FindAllPublishedAsync(PostKind kind, IReadOnlyCollection<string> slugs, CancellationToken cancel = default) =>
        await SummariesAsync(Visible.OfKind(kind).Where(p => slugs.Contains(p.Slug)).NewestFirst(), cancel);

    /// <summary>The posts that appeared just before and just after this one.</summary>
    public async Task<(PostSummary? Previous, PostSummary? Next)> NeighboursAsync(Post post, CancellationToken cancel = default)
    {
        var posts = Visible.OfKind(post.Kind);
        return (await posts.OlderThan(post).NewestFirst().Select(PostSummary.FromPost).FirstOrDefaultAsync(cancel),
                await posts.NewerThan(post).OldestFirst().Select(PostSummary.FromPost).FirstOrDefaultAsync(cancel));
    }

    /// <summary>All visible parts of the series a post belongs to, in order; null when it belongs to none.</summary>
    public async Task<SeriesPlace?> SeriesPlaceAsync(Post post, CancellationToken cancel = default)
    {
        if (post.Terms.FirstOrDefault(t => t.Term.Kind == TermKind.Series)?.Term is not { } series)
        {
            return null;
        }

        var parts = (await InTermAsync(series, 1, int.MaxValue, cancel)).Items;
        return new SeriesPlace(series, parts, parts.TakeWhile(p => p.Id != post.Id).Count());
    }

    /// <summary>How many posts appeared in each month of the given time zone, newest month first.</summary>
    public async Task<IReadOnlyList<ArchiveMonth>> MonthsAsync(TimeZoneInfo zone, CancellationToken cancel = default)
    {
        var times = await Visible.OfKind(PostKind.Post).Select(p => p.PublishedAt!.Value).ToListAsync(cancel);
        return [.. times.Select(t => TimeZoneInfo.ConvertTimeFromUtc(t, zone)).GroupBy(t => (t.Year, t.Month))
            .Select(month => new ArchiveMonth(month.Key.Year, month.Key.Month, month.Count()))
            .OrderByDescending(m => m.Year).ThenByDescending(m => m.Month)];
    }

    /// <summary>The posts of a year, or of one of its months, in the given time zone, newest first.</summary>
    public async Task<PageOf<PostSummary>> InPeriodAsync(Period period, TimeZoneInfo zone, int page, int size, CancellationToken cancel = default)
    {
        var (from, until) = period.In(zone);
        return await PageAsync(Visible.OfKind(PostKind.Post).PublishedBetween(from, until).NewestFirst(), page, size, cancel);
    }

    /// <summary>Whether a list may once have had more items than <paramref name="before"/>: then its further pages are gone, else they never were.</summary>
    public async Task<bool> MayHaveHadAsync(long before, Period? period, TimeZoneInfo zone, CancellationToken cancel = default)
    {
        var ever = db.Posts.EverPublished(Now);
        if (period is not null)
        {
            var (from, until) = period.In(zone);
            ever = ever.FirstPublishedBetween(from, until);
        }

        return before < await ever.CountAsync(cancel);
    }

    /// <summary>When what visitors see changes next, if nothing is saved before; null: never.</summary>
    public Task<DateTime?> NextChangeAsync(CancellationToken cancel = default) => db.Posts.ChangesAfter(Now).MinAsync(at => (DateTime?)at, cancel);

    public Task<SiteIdentity> SiteIdentityAsync(CancellationToken cancel = default) => db.SiteIdentities.AsNoTracking().SingleAsync(cancel);

    /// <summary>Every page there is to find, newest first, for the sitemap.</summary>
    public Task<List<SitemapEntry>> AllAddressesAsync(CancellationToken cancel = default) =>
        Visible.NewestFirst().Select(p => new SitemapEntry(p.Kind, p.Slug, p.UpdatedAt ?? p.PublishedAt!.Value)).ToListAsync(cancel);

    /// <summary>What to answer at an address where there is no page: where it went, that it is gone, or that it never was.</summary>
    public async Task<FormerAddress> FindFormerAddressAsync(string path, CancellationToken cancel = default)
    {
        var known = await db.PublishedAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.Path == path, cancel);
        if (known is null)
        {
            return new FormerAddress.Unknown();
        }

        var post = await Visible.Where(p => p.Id == known.PostId).Select(PostSummary.FromPost).SingleOrDefaultAsync(cancel);
        return post switch
        {
            not null when post.Path != path => new FormerAddress.Moved(post.Path),
            null when known.Since <= Now && await db.Posts.EverPublished(Now).AnyAsync(p => p.Id == known.PostId, cancel) => new FormerAddress.Gone(),
            _ => new FormerAddress.Unknown(),
        };
    }

    private IQueryable<Post> VisibleIn(PostScope scope) => scope switch
    {
        PostScope.OfKind of => Visible.OfKind(of.Kind),
        PostScope.OfTerm of => db.PostTerms.AsNoTracking().In(of.Term).Published(Now),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A scope without a query."),
    };

    private async Task<PageOf<PostSummary>> PageAsync(IQueryable<Post> ordered, int page, int size, CancellationToken cancel)
    {
        var ids = await IdsAsync(ordered, page, size, cancel);
        var summaries = await SummariesAsync(Visible.Where(p => ids.Items.Contains(p.Id)), cancel);
        return ids.With([.. summaries.OrderBy(s => ids.Place(s.Id))]);
    }

    /// <summary>First which, then what: a database that sorts whole rows carries every text through the sort.</summary>
    private static async Task<PageOf<int>> IdsAsync(IQueryable<Post> ordered, int page, int size, CancellationToken cancel)
    {
        var none = new PageOf<int>([], page, size, await ordered.CountAsync(cancel));
        // Only of a page that exists is the place in the list a number that fits.
        return none.Exists ? none.With(await ordered.Select(p => p.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancel)) : none;
    }

    private async Task<IReadOnlyList<PostSummary>> SummariesAsync(IQueryable<Post> posts, CancellationToken cancel)
    {
        var summaries = await posts.Select(PostSummary.FromPost).ToListAsync(cancel);
        var terms = await TermsOfAsync(summaries.Select(s => s.Id), cancel);
        return [.. summaries.Select(s => s with { Terms = [.. terms[s.Id].Select(t => t.Term)] })];
    }

    private async Task<IReadOnlyList<Post>> WithTermsAsync(IReadOnlyList<Post> posts, CancellationToken cancel)
    {
        var terms = await TermsOfAsync(posts.Select(p => p.Id), cancel);
        foreach (var post in posts)
        {
            post.Terms.AddRange(terms[post.Id]);
        }

        return posts;
    }

    /// <summary>A query of its own: an Include would scan the whole join table for one post.</summary>
    private async Task<ILookup<int, PostTerm>> TermsOfAsync(IEnumerable<int> posts, CancellationToken cancel)
    {
        var ids = posts.ToList();
        var terms = await db.PostTerms.AsNoTracking().Where(t => ids.Contains(t.PostId)).Include(t => t.Term).OrderBy(t => t.Position).ToListAsync(cancel);
        return terms.ToLookup(t => t.PostId);
    }
}

/// <summary>A year, or one of its months.</summary>
public sealed record Period(int Year, int? Month)
{
    /// <summary>From and until, in UTC, as the zone's calendar has it.</summary>
    public (DateTime From, DateTime Until) In(TimeZoneInfo zone)
    {
        var first = new DateTime(Year, Month ?? 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return (ToUtc(first, zone), ToUtc(Month is null ? first.AddYears(1) : first.AddMonths(1), zone));
    }

    private static DateTime ToUtc(DateTime local, TimeZoneInfo zone) =>
        // A clock change may skip midnight; the day then begins an hour later.
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
}

/// <param name="Index">The place of the post in question, from 0.</param>
public sealed record SeriesPlace(Term Series, IReadOnlyList<PostSummary> Parts, int Index)
{
    public PostSummary? Previous => Index > 0 ? Parts[Index - 1] : null;
    public PostSummary? Next => Index + 1 < Parts.Count ? Parts[Index + 1] : null;
}

public sealed record ArchiveMonth(int Year, int Month, int Count);

public sealed record SitemapEntry(PostKind Kind, string Slug, DateTime ChangedAt)
{
    public string Path => PostAddress.Of(Kind, Slug);
}

public abstract record FormerAddress
{
    private FormerAddress()
    {
    }

    public sealed record Moved(string Path) : FormerAddress;

    public sealed record Gone : FormerAddress;

    public sealed record Unknown : FormerAddress;
}
