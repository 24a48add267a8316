using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Writing;

/// <summary>What authors read about a post.</summary>
public static class PostWords
{
    public static string Of(PostKind kind) => kind switch { PostKind.Tip => "quick tip", PostKind.Page => "page", _ => "post" };

    public static string Of(DeskState state) => state switch
    {
        DeskState.InConflict => "In conflict",
        DeskState.InBin => "In the bin",
        DeskState.Changed => "Live, with changes",
        _ => state.ToString(),
    };

    public static string Of(CheckLevel level) => level switch { CheckLevel.Stop => "Stops", CheckLevel.Warning => "Look at this", _ => "Fine" };

    public static string Of(RevisionOrigin origin) => origin switch
    {
        RevisionOrigin.Author => "Saved",
        RevisionOrigin.Import => "From its file",
        RevisionOrigin.Conflict => "From its file, kept beside",
        RevisionOrigin.WorkingCopy => "Kept, not published",
        RevisionOrigin.Restored => "Gone back to",
        _ => origin.ToString(),
    };

    /// <param name="zone">The site's time zone.</param>
    public static string StateOf(Post post, TimeZoneInfo zone) => post switch
    {
        { DeletedAt: { } deleted } => $"In the bin since {SiteTime.Show(deleted, zone)}.",
        { PublishedAt: null } => "A draft: readers do not see it.",
        { PublishedAt: { } at } => $"Published {SiteTime.Show(at, zone)} ({zone.Id}); what you write here is not live until you update.",
    };
}
