using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>Who sits at the desk.</summary>
/// <param name="EditsAll">An editor or the owner; an author edits what is their own.</param>
public sealed record Writer(int AccountId, bool EditsAll);

/// <summary>The one definition of whose posts somebody may edit.</summary>
public static class WriterQueries
{
    public static IQueryable<Post> EditableBy(this IQueryable<Post> posts, Writer writer) =>
        writer.EditsAll ? posts : posts.Where(p => p.OwnerId == writer.AccountId);
}
