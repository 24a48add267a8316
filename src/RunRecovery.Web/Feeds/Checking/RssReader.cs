using System.Xml.Linq;
using static RunRecovery.Web.Feeds.Checking.ReadXml;

namespace RunRecovery.Web.Feeds.Checking;

internal static class RssReader
{
    public static FeedDocument Read(XElement rss)
    {
        var channel = rss.Element("channel") ?? throw new FormatException("There is no channel.");
        return new FeedDocument
        {
            Title = channel.Text("title"),
            Language = channel.Text("language"),
            Self = channel.Link("self") ?? "",
            Page = channel.Text("link"),
            Updated = FeedReader.Rfc822(channel.Text("lastBuildDate")),
            PreviousArchive = channel.Link("prev-archive"),
            Current = channel.Link("current"),
            Authors = [.. channel.Elements("managingEditor").Concat(channel.Elements("webMaster")).Select(e => e.Value)],
            Entries = [.. channel.Elements("item").Select(Entry)],
        };
    }

    private static DocumentEntry Entry(XElement item)
    {
        var published = FeedReader.Rfc822(item.Text("pubDate"));
        return new DocumentEntry
        {
            Id = item.Text("guid"),
            IdIsAddress = item.Element("guid")?.Said("isPermaLink") != "false",
            Title = item.Text("title"),
            Address = item.Text("link"),
            Published = published,
            Updated = item.Element(Atom + "updated") is { } updated ? FeedReader.Rfc3339(updated.Value) : published,
            Authors = [.. item.Elements(XName.Get("creator", RssFormat.DublinCore)).Concat(item.Elements("author")).Select(e => e.Value)],
            Summary = item.Text("description"),
            Content = item.Text(XName.Get("encoded", RssFormat.Content)),
            Language = item.Language(),
            Categories = [.. item.Elements("category").Select(c => new DocumentCategory(c.Value, null, c.Said("domain")))],
            Picture = item.Picture(),
            Enclosures = [.. item.Elements("enclosure").Select(e => new DocumentFile(e.Said("url"), e.Said("type"), e.Said("length")))],
        };
    }
}
