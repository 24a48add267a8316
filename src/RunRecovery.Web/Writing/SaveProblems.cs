using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Writing;

/// <summary>Why a save left the post as it was, in an author's words.</summary>
public static class SaveProblems
{
    /// <summary>Empty: it was saved.</summary>
    public static IReadOnlyList<string> Of(SaveResult result) => result switch
    {
        SaveResult.Saved => [],
        SaveResult.Invalid invalid => invalid.Problems,
        SaveResult.SlugTaken taken => [$"slug: the address {taken.Path} is, or once was, that of another post; choose another slug."],
        SaveResult.Conflict => ["Somebody has changed this text since you opened the page. Nothing is lost: look at it as it is now, then go on."],
        SaveResult.InBin => ["This post lies in the bin. Take it out first; your text is kept."],
        _ => ["There is no such post any more; your text is kept."],
    };
}
