using System.Xml.Linq;
using static RunRecovery.Web.Feeds.Checking.ReadXml;

namespace RunRecovery.Web.Feeds.Checking;

internal static class AtomReader
{
    public static FeedDocument Read(XElement feed) => new()
    {
        Title = feed.Text(Atom + "title"),
        Language = feed.Language() ?? "",
        Self = feed.Link("self") ?? "",
        Page = feed.Link("alternate") ?? "",
        Updated = FeedReader.Rfc3339(feed.Text(Atom + "updated")),
        PreviousArchive = feed.Link("prev-archive"),
        Current = feed.Link("current"),
        Authors = Authors(feed),
        Entries = [.. feed.Elements(Atom + "entry").Select(Entry)],
    };

    private static DocumentEntry Entry(XElement entry) => new()
    {
        Id = entry.Text(Atom + "id"),
        Title = entry.Text(Atom + "title"),
        Address = entry.Link("alternate") ?? "",
        Published = FeedReader.Rfc3339(entry.Text(Atom + "published")),
        Updated = FeedReader.Rfc3339(entry.Text(Atom + "updated")),
        Authors = Authors(entry),
        Summary = entry.Text(Atom + "summary"),
        Content = entry.Text(Atom + "content"),
        Language = entry.Language(),
        Categories = [.. entry.Elements(Atom + "category").Select(c => new DocumentCategory(c.Said("label"), c.Said("term"), c.Said("scheme")))],
        Picture = entry.Picture(),
        Enclosures = [.. entry.Elements(Atom + "link").Where(l => l.Said("rel") == "enclosure").Select(l => new DocumentFile(l.Said("href"), l.Said("type"), l.Said("length")))],
    };

    /// <summary>Names, and addresses for mail, which must not be there.</summary>
    private static IReadOnlyList<string> Authors(XElement parent) =>
        [.. parent.Elements(Atom + "author").SelectMany(a => a.Elements(Atom + "name").Concat(a.Elements(Atom + "email"))).Select(e => e.Value)];
}
