using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>The one definition of which posts a visitor may see, and in which order.</summary>
public static class PostQueries
{
    public static IQueryable<Post> Published(this IQueryable<Post> posts, DateTime now) =>
        posts.Where(p => p.PublishedAt != null && p.PublishedAt <= now && (p.ExpiresAt == null || p.ExpiresAt > now));

    public static IQueryable<Post> OfKind(this IQueryable<Post> posts, PostKind kind) => posts.Where(p => p.Kind == kind);

    public static IQueryable<Post> In(this IQueryable<Post> posts, Term term) => posts.Where(p => p.Terms.Any(t => t.TermId == term.Id));

    public static IQueryable<Post> NewestFirst(this IQueryable<Post> posts) => posts.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id);

    public static IQueryable<Post> PinnedThenNewestFirst(this IQueryable<Post> posts) =>
        posts.OrderByDescending(p => p.Featured).ThenByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id);
}
