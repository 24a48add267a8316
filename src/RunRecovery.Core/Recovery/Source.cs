using System.Text.Json.Serialization;

namespace RunRecovery.Core.Recovery;

/// <summary>A study, a book or a page, and how it was checked.</summary>
/// <param name="Authors">Empty: they were not seen.</param>
/// <param name="Verified">One of <see cref="WaysToCheck"/>.</param>
/// <param name="Note">What of it was read.</param>
public sealed record Source(string Id, string Authors, int? Year, string Title, string Venue, string DoiOrUrl, string Verified, string Note)
{
    private const string Read = "read";

    public static readonly IReadOnlyList<string> WaysToCheck = [Read, "read (in part)", "read via a secondary page", "from memory, to be verified"];

    /// <summary>What nobody has read is not cited.</summary>
    [JsonIgnore]
    public bool WasRead => Verified.StartsWith(Read, StringComparison.Ordinal);

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
