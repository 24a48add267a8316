using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan for a calendar (RFC 5545, RFC 7986): an event for each day. Nothing in it is as of now, so that the same plan is the same bytes.</summary>
public sealed class PlanCalendar(Links links)
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const string Refresh = "PT12H";

    /// <summary>In octets, without its end.</summary>
    private const int LongestLine = 75;

    private const string Fold = "\r\n ";

    public static string FileName(RecoveryPlan plan) => FormattableString.Invariant($"recovery-{plan.Request.Date:yyyy-MM-dd}{PlanForms.Calendar}");

    public byte[] Write(PlanNotes notes)
    {
        var calendar = new Calendar { ProductId = "-//RunRecovery//Recovery plan//EN" };
        calendar.AddProperty("NAME", notes.Title);
        calendar.AddProperty("X-WR-CALNAME", notes.Title);
        calendar.AddProperty("X-PUBLISHED-TTL", Refresh);
        calendar.AddProperty(Typed("REFRESH-INTERVAL", "DURATION", Refresh));
        calendar.AddProperty(new CalendarProperty("URL", new Uri(notes.Page)));
        calendar.AddProperty(Typed("SOURCE", "URI", new Uri(links.Absolute(Links.Of(notes.Plan.Request, PlanForms.Calendar)))));
        calendar.Events.AddRange(notes.Days.Select(day => Event(day, notes)));
        return Encoding.UTF8.GetBytes(FoldedBetweenCharacters(new CalendarSerializer().SerializeToString(calendar)!));
    }

    /// <summary>The library also folds lines inside a character, between the halves that .NET has of an emoji, and then both are lost.</summary>
    private static string FoldedBetweenCharacters(string written)
    {
        if (!written.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return written;
        }

        var folded = new StringBuilder(written.Length);
        Span<char> characters = stackalloc char[2];
        var octets = 0;
        foreach (var rune in written.Replace(Fold, "", StringComparison.Ordinal).EnumerateRunes())
        {
            var isEnd = rune.Value is '\r' or '\n';
            if (!isEnd && octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append(Fold);
                octets = 1;
            }

            folded.Append(characters[..rune.EncodeToUtf16(characters)]);
            octets = isEnd ? 0 : octets + rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    /// <summary>The library makes an id and times of its own, of now, where none are set.</summary>
    private static CalendarEvent Event(DayNote note, PlanNotes notes) => new()
    {
        Uid = note.Id.ToString(),
        Sequence = note.Day.MovedBy,
        DtStamp = new CalDateTime(note.ChangedAt),
        LastModified = new CalDateTime(note.ChangedAt),
        Start = new CalDateTime(note.Day.Date),
        End = new CalDateTime(note.Day.Date.AddDays(1)),
        Transparency = TransparencyType.Transparent,
        Summary = DayWords.What(note.Day, notes.Plan),
        Description = string.Join('\n', Lines(note, notes)),
        Url = new Uri(note.Address),
        Categories = [.. note.Phases.Select(phase => phase.Name)],
    };

    private static IEnumerable<string> Lines(DayNote note, PlanNotes notes) =>
    [
        .. DayWords.Amount(note.Day, notes.Plan) is { } amount ? [$"{amount}."] : Array.Empty<string>(),
        .. note.Say,
        .. note.Tips.Select(tip => tip.Excerpt.Length > 0 ? $"{tip.Title}: {tip.Excerpt} {tip.Address}" : $"{tip.Title}: {tip.Address}"),
        $"{DayWords.Warnings(note.Warnings)}: {notes.WarningsPage}",
        DayWords.OnlyChoices,
    ];

    private static CalendarProperty Typed(string name, string type, object value)
    {
        var property = new CalendarProperty(name, value);
        property.AddParameter("VALUE", type);
        return property;
    }
}
