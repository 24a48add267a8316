namespace RunRecovery.Web.Feeds.Checking;

/// <summary>A feed document as a reader gets it, in one shape for all formats. Null: its format has no place for it; empty: it is missing.</summary>
public sealed record FeedDocument
{
    /// <summary>The address it was asked for.</summary>
    public string Address { get; init; } = "";

    /// <summary>In bytes.</summary>
    public int Length { get; init; }

    public required string Title { get; init; }
    public required string Language { get; init; }
    public required string Self { get; init; }
    public required string Page { get; init; }
    public WrittenTime? Updated { get; init; }

    /// <summary>Null also in the oldest document.</summary>
    public string? PreviousArchive { get; init; }

    /// <summary>Null also outside of archives.</summary>
    public string? Current { get; init; }

    /// <summary>Authors and editors of the whole.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    public required IReadOnlyList<DocumentEntry> Entries { get; init; }
}

public sealed record DocumentCategory(string Label, string? Term, string? Scheme);

/// <summary>A picture or an enclosure.</summary>
public sealed record DocumentFile(string Address, string? Type, string? Length);

/// <param name="Time">Null: not written in the form that the format wants.</param>
public sealed record WrittenTime(string Text, DateTimeOffset? Time);
