using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Rendering;

/// <summary>What a text needs to know about its surroundings to become HTML.</summary>
public sealed record RenderContext
{
    /// <summary>For a text that is only checked, counted or excerpted.</summary>
    public static readonly RenderContext Alone = new() { Address = "", Patience = RenderBudget.ToAccept };

    /// <summary>For a text that is not accepted yet, and may take too long for ever.</summary>
    public RenderContext NotAccepted => this with { Patience = RenderBudget.ToAccept };

    /// <summary>After which the text is refused.</summary>
    public TimeSpan Patience { get; init; } = RenderBudget.ToShow;

    /// <summary>The path of the page the text belongs to: footnotes and anchors of a teaser lead there.</summary>
    public required string Address { get; init; }

    /// <summary>The folder of the text's file below the content folder, e.g. <c>posts</c> or <c>posts/my-post</c>; null when it has no file.</summary>
    public string? Folder { get; init; }

    /// <summary>The address of another text, by its file below the content folder (<c>posts/other.md</c>) or, for <c>[[Other]]</c>, by its title; null: none such.</summary>
    public Func<string, string?> FindText { get; init; } = _ => null;

    /// <summary>A media file by its path below the media folder; null: none such.</summary>
    public Func<string, MediaItem?> FindMedia { get; init; } = _ => null;

    /// <summary>Set for feeds: every address becomes absolute, and pictures and videos take the plain form that feed readers keep.</summary>
    public Uri? FeedBase { get; init; }

    /// <summary>The title of the text, which is also what its own video is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The language of the text as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The text's own video. It stands before the text unless the text shows it.</summary>
    public PostVideo? Video { get; init; }

    /// <summary>The author's own words for the teaser, where the text has no divider.</summary>
    public string? Summary { get; init; }
}
