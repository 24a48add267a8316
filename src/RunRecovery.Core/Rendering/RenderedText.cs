namespace RunRecovery.Core.Rendering;

/// <summary>A text as HTML that is safe to show, and what was found in it.</summary>
public sealed record RenderedText
{
    public required string Html { get; init; }

    /// <summary>What a list shows above "Read more".</summary>
    public required Teaser Teaser { get; init; }

    /// <summary>The text's beginning as plain text, cut between words, at most 200 characters.</summary>
    public required string Excerpt { get; init; }

    public required int WordCount { get; init; }

    /// <summary>What the content check looks at. Lines count from 1 in the Markdown.</summary>
    public required IReadOnlyList<FoundLink> Links { get; init; }

    public required IReadOnlyList<FoundImage> Images { get; init; }
    public required IReadOnlyList<FoundHeading> Headings { get; init; }

    /// <summary>The notes below the text. One that nothing refers to is not among them.</summary>
    public required IReadOnlyList<FoundNote> Notes { get; init; }

    /// <summary>References to notes that nobody wrote.</summary>
    public required IReadOnlyList<FoundNote> MissingNotes { get; init; }
}

/// <param name="Html">Rich HTML, cut only between blocks.</param>
/// <param name="IsCut">Whether the text goes on.</param>
/// <param name="MoreLabel">The author's words on the divider, e.g. "What helped me".</param>
public sealed record Teaser(string Html, bool IsCut, string? MoreLabel);

/// <param name="Target">As written.</param>
/// <param name="Resolved">Whether a link to another file or title was found; true for every other kind of link.</param>
/// <param name="Text">What readers see of it.</param>
public sealed record FoundLink(string Target, int Line, bool Resolved, string Text);

/// <param name="Resolved">Whether our own media file was found; true for a picture on another host.</param>
public sealed record FoundImage(string Source, string Alt, int Line, bool Resolved);

public sealed record FoundHeading(int Level, string Text, int Line);

/// <param name="Label">What stands between <c>[^</c> and <c>]</c>.</param>
public sealed record FoundNote(string Label, int Line);
