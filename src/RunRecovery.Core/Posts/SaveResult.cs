namespace RunRecovery.Core.Posts;

/// <summary>What became of a save. Everything but <see cref="Saved"/> left the stored post as it was.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    public sealed record Saved(int PostId, int Version) : SaveResult;

    /// <summary>The slug or an alias belongs, or once belonged, to another post.</summary>
    public sealed record SlugTaken(string Path) : SaveResult;

    /// <summary>Somebody else saved in between; <paramref name="CurrentVersion"/> is theirs.</summary>
    public sealed record Conflict(int CurrentVersion) : SaveResult;

    public sealed record Invalid(IReadOnlyList<string> Problems) : SaveResult;

    public sealed record NotFound : SaveResult;

    /// <summary>The post lies in the bin; it must be taken out before it is saved.</summary>
    public sealed record InBin : SaveResult;
}
