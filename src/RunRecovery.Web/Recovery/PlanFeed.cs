using System.Net;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Feeds;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan for a feed reader: each day is an entry that appears when the day begins.</summary>
public sealed class PlanFeed(Links links, SiteOptions site)
{
    private const int MostEntries = 30;

    public Feed Of(PlanNotes notes, string ending) => new()
    {
        Id = $"urn:uuid:{notes.Id}",
        Title = notes.Title,
        Description = "What to do on each day of recovery, on the day itself.",
        Language = site.Language,
        Author = FeedText.OneLine(site.Author),
        Self = links.Absolute(Links.Of(notes.Plan.Request, ending)),
        Page = notes.Page,
        Icon = links.Absolute(Links.Icon),
        Entries = [.. notes.Begun.Reverse().Take(MostEntries).Select(note => Entry(note, notes))],
    };

    /// <summary>From its newest entry to the next.</summary>
    public static RightSpan SpanOf(PlanNotes notes) => new(notes.Begun.LastOrDefault()?.BeginsAt ?? DateTime.MinValue, notes.Days.FirstOrDefault(note => note.BeginsAt > notes.At)?.BeginsAt ?? DateTime.MaxValue);

    /// <summary>What may help does not belong to what a day says: a better tip is there for whoever looks, and notifies nobody.</summary>
    private FeedEntry Entry(DayNote note, PlanNotes notes)
    {
        var html = string.Concat(Blocks(note, notes));
        return new FeedEntry
        {
            Id = $"urn:uuid:{note.Id}",
            Title = DayWords.Title(note.Day, notes.Plan),
            Address = note.Address,
            PublishedAt = note.BeginsAt,
            UpdatedAt = note.BeginsAt,
            Author = FeedText.OneLine(site.Author),
            Summary = FeedText.OneLine(string.Join(' ', note.Say)),
            Html = html,
            ShortHtml = html,
            Categories = [.. note.Phases.Select(phase => new FeedCategory(phase.Id, phase.Name, links.Absolute(Links.Tips)))],
        };
    }

    private static IEnumerable<string> Blocks(DayNote note, PlanNotes notes) =>
    [
        .. DayWords.Amount(note.Day, notes.Plan) is { } amount ? [$"<p>{Encoded(amount)}.</p>"] : Array.Empty<string>(),
        .. note.Say.Select(words => $"<p>{Encoded(words)}</p>"),
        .. note.Tips.Count > 0 ? [$"<ul>{string.Concat(note.Tips.Select(tip => $"<li>{Link(tip.Address, tip.Title)}{(tip.Excerpt.Length > 0 ? $": {Encoded(tip.Excerpt)}" : "")}</li>"))}</ul>"] : Array.Empty<string>(),
        $"<p>{Encoded(DayWords.Warnings(note.Warnings))}: {Link(notes.WarningsPage, "see your plan")}.</p>",
        $"<p>{Encoded(DayWords.OnlyChoices)}</p>",
    ];

    private static string Link(string address, string words) => $"<a href=\"{Encoded(address)}\">{Encoded(words)}</a>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(FeedText.Clean(text));
}
