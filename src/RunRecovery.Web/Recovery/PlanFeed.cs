using System.Net;
using RunRecovery.Web.Feeds;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan for a feed reader: each day is an entry that appears when the day begins.</summary>
public sealed class PlanFeed(Links links, SiteOptions site, TimeProvider clock)
{
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
        Entries = [.. notes.Days.Where(HasBegun).Reverse().Select(note => Entry(note, notes))],
    };

    /// <summary>When it gets its next entry; null: it has all.</summary>
    public DateTime? NextAt(PlanNotes notes) => notes.Days.FirstOrDefault(note => !HasBegun(note))?.BeginsAt;

    private bool HasBegun(DayNote note) => note.BeginsAt <= clock.GetUtcNow().UtcDateTime;

    private FeedEntry Entry(DayNote note, PlanNotes notes)
    {
        var html = string.Concat(Blocks(note, notes));
        return new FeedEntry
        {
            Id = $"urn:uuid:{note.Id}",
            Title = DayWords.Title(note.Day, notes.Plan),
            Address = note.Address,
            PublishedAt = note.BeginsAt,
            UpdatedAt = note.ChangedAt > note.BeginsAt ? note.ChangedAt : note.BeginsAt,
            Author = FeedText.OneLine(site.Author),
            Summary = FeedText.OneLine(string.Join(' ', note.Say)),
            Html = html,
            ShortHtml = html,
            Categories = [.. note.Phases.Select(phase => new FeedCategory(phase.Id, phase.Name, links.Absolute(Links.Tips)))],
        };
    }

    private static IEnumerable<string> Blocks(DayNote note, PlanNotes notes) =>
    [
        .. DayWords.Amount(note.Day) is { } amount ? [$"<p>{Encoded(amount)}.</p>"] : Array.Empty<string>(),
        .. note.Say.Select(words => $"<p>{Encoded(words)}</p>"),
        .. note.Tips.Count > 0 ? [$"<ul>{string.Concat(note.Tips.Select(tip => $"<li>{Link(tip.Address, tip.Title)}</li>"))}</ul>"] : Array.Empty<string>(),
        $"<p>{Encoded(DayWords.Warnings(note.Warnings))}: {Link(notes.Page, "see your plan")}.</p>",
        $"<p>{Encoded(DayWords.OnlyChoices)}</p>",
    ];

    private static string Link(string address, string words) => $"<a href=\"{Encoded(address)}\">{Encoded(words)}</a>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(FeedText.Clean(text));
}
