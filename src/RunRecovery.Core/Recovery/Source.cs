using System.Text.Json.Serialization;

namespace RunRecovery.Core.Recovery;

/// <summary>A study, a book or a page, and how it was checked.</summary>
/// <param name="Authors">Empty: they were not seen.</param>
/// <param name="Verified">One of <see cref="WaysToCheck"/>.</param>
/// <param name="Note">What of it was read.</param>
public sealed record Source(string Id, string Authors, int? Year, string Title, string Venue, string DoiOrUrl, string Verified, string Note)
{
    public const string FromMemory = "from memory, to be verified";

    private const string ContentFromMemory = "content from memory";

    public static readonly IReadOnlyList<string> WaysToCheck = ["read", "read (in part)", "read via a secondary page", FromMemory];

    /// <summary>What nobody has read is not cited.</summary>
    [JsonIgnore]
    public bool WasRead => Verified != FromMemory;

    /// <summary>It counts as read, but its note says that only its title or citation was.</summary>
    [JsonIgnore]
    public bool IsOnlyRemembered => WasRead && Note.Contains(ContentFromMemory, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where it is; null: nowhere on the web.</summary>
    [JsonIgnore]
    public string? Link => DoiOrUrl switch
    {
        "" => null,
        _ when IsDoi => $"https://doi.org/{Uri.EscapeDataString(DoiOrUrl).Replace("%2F", "/", StringComparison.Ordinal)}",
        _ => DoiOrUrl,
    };

    [JsonIgnore]
    public bool IsDoi => DoiOrUrl.StartsWith("10.", StringComparison.Ordinal);
}
