namespace RunRecovery.Core.Posts;

public static class RevisionQueries
{
    /// <summary>What was set, as JSON, when the post became what it is. Texts that were only kept beside it made none of its versions.</summary>
    public static IQueryable<string> SetFor(this IQueryable<PostRevision> revisions, Post post) => revisions
        .Where(r => r.PostId == post.Id && r.Version == post.Version && (r.Origin == RevisionOrigin.Author || r.Origin == RevisionOrigin.Import))
        .OrderByDescending(r => r.Id).Select(r => r.Fields);
}
