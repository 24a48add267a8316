using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.Recovery;

/// <summary>In what else a plan comes.</summary>
public static class PlanForms
{
    public const string Calendar = ".ics";

    /// <summary>As a feed, by the ending of its address.</summary>
    public static readonly IReadOnlyList<(string Ending, IFeedFormat Format)> Formats = [.. new[] { ".rss", ".atom", ".json" }.Zip(FeedFormats.All)];

    public static readonly IReadOnlyList<(string Ending, string Name, string ContentType)> Feeds = [.. Formats.Select(form => (form.Ending, form.Format.Name, form.Format.ContentType))];

    /// <summary>An address that calendars take as one to follow.</summary>
    public static string Webcal(string absolute) => $"webcal{absolute[absolute.IndexOf(':', StringComparison.Ordinal)..]}";
}
