using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>What a feed is about: all posts, all tips, or what has one category, tag or series.</summary>
public abstract record PostScope
{
    private PostScope()
    {
    }

    public sealed record OfKind(PostKind Kind) : PostScope;

    public sealed record OfTerm(Term Term) : PostScope;
}
