using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.Pages;

/// <summary>What a page tells the layout, and with it browsers, search engines and previews.</summary>
/// <param name="Path">The page's one public address; null for a page that is not to be found, such as an error.</param>
public sealed record PageHead(string Title, string? Path, string? Description = null)
{
    /// <summary>Another page is the original of this one.</summary>
    public string? Canonical { get; init; }

    /// <summary>The path of the picture that previews show.</summary>
    public string? Picture { get; init; }

    public string? PictureAlt { get; init; }
    public DateTime? PublishedAt { get; init; }
    public DateTime? UpdatedAt { get; init; }
    public string? Previous { get; init; }
    public string? Next { get; init; }

    /// <summary>The page's own feed, besides that of all posts.</summary>
    public FeedOffer? Feed { get; init; }

    public static PageHead? Of(ViewDataDictionary view) => view[nameof(PageHead)] as PageHead;

    public void Tell(ViewDataDictionary view) => view[nameof(PageHead)] = this;
}

/// <summary>Times as readers see them: in the site's zone, day before month.</summary>
public static class Dates
{
    public static string Day(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For machines.</summary>
    public static string Exact(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For machines.</summary>
    public static string Exact(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}

public static class Reading
{
    private const int WordsPerMinute = 220;

    public static string Time(int words) => $"{Math.Max(1, (words + WordsPerMinute / 2) / WordsPerMinute)} min read";
}
