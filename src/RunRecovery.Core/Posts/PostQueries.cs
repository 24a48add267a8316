using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>The one definition of which posts a visitor may see, and in which order.</summary>
public static class PostQueries
{
    public static IQueryable<Post> Published(this IQueryable<Post> posts, DateTime now) =>
        posts.Where(p => p.PublishedAt != null && p.PublishedAt <= now && (p.ExpiresAt == null || p.ExpiresAt > now));

    /// <summary>What waits for its time.</summary>
    public static IQueryable<Post> Scheduled(this IQueryable<Post> posts, DateTime now) => posts.Where(p => p.PublishedAt > now);

    /// <summary>What the clock has hidden.</summary>
    public static IQueryable<Post> Expired(this IQueryable<Post> posts, DateTime now) => posts.Where(p => p.PublishedAt <= now && p.ExpiresAt <= now);

    /// <summary>What was published and not taken back, whether the clock shows it or not.</summary>
    public static IQueryable<Post> Released(this IQueryable<Post> posts) => posts.Where(p => p.PublishedAt != null);

    public static IQueryable<Post> Drafts(this IQueryable<Post> posts) => posts.Where(p => p.PublishedAt == null && p.DeletedAt == null);

    /// <summary>What visitors could see once, also when they no longer can.</summary>
    public static IQueryable<Post> EverPublished(this IQueryable<Post> posts, DateTime now) => posts.Where(p => p.FirstPublishedAt <= now);

    /// <summary>Deleted, also while it lies in the bin, after visitors could see it.</summary>
    public static IQueryable<Post> Gone(this IQueryable<Post> posts) => posts.Where(p => p.DeletedAt != null && p.FirstPublishedAt != null);

    /// <summary>With the terms and addresses that <see cref="PostFields.Of"/> needs, each by a query of its own.</summary>
    public static IQueryable<Post> Whole(this IQueryable<Post> posts) =>
        posts.Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).AsSplitQuery();

    public static IQueryable<Post> FirstPublishedBetween(this IQueryable<Post> posts, DateTime from, DateTime until) =>
        posts.Where(p => p.FirstPublishedAt >= from && p.FirstPublishedAt < until);

    /// <summary>The moments after now at which a post appears or is hidden, if nothing is saved before.</summary>
    public static IQueryable<DateTime> ChangesAfter(this IQueryable<Post> posts, DateTime now) =>
        posts.Where(p => p.PublishedAt > now).Select(p => p.PublishedAt!.Value)
            .Concat(posts.Where(p => p.ExpiresAt > now).Select(p => p.ExpiresAt!.Value));

    public static IQueryable<Post> OfKind(this IQueryable<Post> posts, PostKind kind) => posts.Where(p => p.Kind == kind);

    /// <summary>Posts and tips: what has a place in lists by topic. Fixed pages have none.</summary>
    public static IQueryable<Post> ListedByTopic(this IQueryable<Post> posts) => posts.Where(p => p.Kind != PostKind.Page);

    public static IQueryable<Post> In(this IQueryable<PostTerm> terms, Term term) => terms.Where(t => t.TermId == term.Id).Select(t => t.Post!).ListedByTopic();

    public static IQueryable<Post> PublishedBetween(this IQueryable<Post> posts, DateTime from, DateTime until) =>
        posts.Where(p => p.PublishedAt >= from && p.PublishedAt < until);

    /// <summary>The time is compared twice: an index finds the place in the list by it only where nothing else is an alternative.</summary>
    public static IQueryable<Post> OlderThan(this IQueryable<Post> posts, Post post) =>
        posts.Where(p => p.PublishedAt <= post.PublishedAt && (p.PublishedAt < post.PublishedAt || p.Id < post.Id));

    public static IQueryable<Post> NewerThan(this IQueryable<Post> posts, Post post) =>
        posts.Where(p => p.PublishedAt >= post.PublishedAt && (p.PublishedAt > post.PublishedAt || p.Id > post.Id));

    public static IQueryable<Post> NewestFirst(this IQueryable<Post> posts) => posts.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id);

    public static IQueryable<Post> OldestFirst(this IQueryable<Post> posts) => posts.OrderBy(p => p.PublishedAt).ThenBy(p => p.Id);

    public static IQueryable<Post> PinnedThenNewestFirst(this IQueryable<Post> posts) =>
        posts.OrderByDescending(p => p.Featured).ThenByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id);
}
