using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>What an editor sends: the fields as they are now, and what they were when it last agreed with the server.</summary>
/// <param name="PostId">Null: a post that does not exist yet.</param>
/// <param name="CopyId">Null: the post's working copy, or none yet.</param>
/// <param name="Stamp">Of what the editor last saw here; null: nothing.</param>
/// <param name="Start">The fields under that stamp; null: unknown, then nothing can be merged.</param>
/// <param name="Window">A random name of the window; null: a form without script.</param>
/// <param name="Tick">Counts what the window sends.</param>
public sealed record KeptText(int? PostId, int? CopyId, string? Stamp, PostFields? Start, PostFields Fields, string? Window = null, long Tick = 0)
{
    /// <summary>What no editor has a field for is not an editor's to say: it is as it is here.</summary>
    internal KeptText On(PostFields here) => this with { Fields = On(here, Fields), Start = Start is null ? null : On(here, Start) };

    private static PostFields On(PostFields here, PostFields fields) => fields with
    {
        Kind = here.Kind,
        FeedId = here.FeedId,
        Date = here.Date,
        Draft = here.Draft,
        UpdatedAt = here.UpdatedAt,
        Aliases = here.Aliases,
        Comments = here.Comments,
        UnknownFrontMatter = here.UnknownFrontMatter,
    };
}

/// <summary>What became of a text that was to be kept. In none of these is a word lost.</summary>
public abstract record KeepResult
{
    private KeepResult()
    {
    }

    public sealed record Kept(int PostId, int CopyId, string Stamp) : KeepResult;

    /// <summary>Somebody else had written meanwhile, elsewhere in the text: both are in <paramref name="Fields"/>.</summary>
    public sealed record Merged(int PostId, int CopyId, string Stamp, PostFields Fields) : KeepResult;

    /// <summary>Somebody else had changed the same: this text is kept beside theirs, as the copy named here, until somebody decides.</summary>
    public sealed record Parted(int PostId, int CopyId, string Stamp) : KeepResult;

    /// <summary>There is no such post, or it is another author's.</summary>
    public sealed record NotFound : KeepResult;

    /// <summary>The text is larger than what is kept here; the message says how large it may be.</summary>
    public sealed record TooLarge(string Problem) : KeepResult;
}
