using System.Text.Json;
using System.Xml.Linq;

namespace RunRecovery.Web.Tests.Feeds;

/// <summary>A feed as a reader sees it, whatever its format.</summary>
internal sealed record ReadFeed(string Title, string Self, string Page, string? Updated, string? Language, string? PreviousArchive, bool IsArchive, IReadOnlyList<ReadEntry> Entries)
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public static ReadFeed Parse(string body) => body.StartsWith('{') ? OfJson(JsonDocument.Parse(body).RootElement) : XDocument.Parse(body).Root! switch
    {
        { Name.LocalName: "rss" } rss => OfRss(rss.Element("channel")!),
        var atom => OfAtom(atom),
    };

    private static ReadFeed OfRss(XElement channel) => new(
        channel.Element("title")!.Value, Link(channel, "self")!, channel.Element("link")!.Value, channel.Element("lastBuildDate")?.Value, channel.Element("language")?.Value,
        Link(channel, "prev-archive"), channel.Element(History + "archive") is not null,
        [.. channel.Elements("item").Select(item => new ReadEntry(
            item.Element("guid")!.Value, item.Element("title")?.Value, item.Element("link")!.Value, item.Element("pubDate")!.Value, item.Element(Atom + "updated")?.Value,
            item.Element(DublinCore + "creator")!.Value, item.Element("description")!.Value, item.Element(Content + "encoded")!.Value,
            [.. item.Elements("category").Select(c => c.Value)], (string?)item.Attribute(XNamespace.Xml + "lang")))]);

    private static ReadFeed OfAtom(XElement feed) => new(
        feed.Element(Atom + "title")!.Value, Link(feed, "self")!, Link(feed, "alternate")!, feed.Element(Atom + "updated")!.Value, (string?)feed.Attribute(XNamespace.Xml + "lang"),
        Link(feed, "prev-archive"), feed.Element(History + "archive") is not null,
        [.. feed.Elements(Atom + "entry").Select(entry => new ReadEntry(
            entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")?.Value, Link(entry, "alternate")!, entry.Element(Atom + "published")!.Value, entry.Element(Atom + "updated")!.Value,
            entry.Element(Atom + "author")!.Element(Atom + "name")!.Value, entry.Element(Atom + "summary")!.Value, entry.Element(Atom + "content")!.Value,
            [.. entry.Elements(Atom + "category").Select(c => c.Attribute("label")!.Value)], (string?)entry.Attribute(XNamespace.Xml + "lang")))]);

    private static ReadFeed OfJson(JsonElement feed) => new(
        Text(feed, "title")!, Text(feed, "feed_url")!, Text(feed, "home_page_url")!, null, Text(feed, "language"), Text(feed, "next_url"), false,
        [.. feed.GetProperty("items").EnumerateArray().Select(item => new ReadEntry(
            Text(item, "id")!, Text(item, "title"), Text(item, "url")!, Text(item, "date_published")!, Text(item, "date_modified"),
            item.GetProperty("authors")[0].GetProperty("name").GetString()!, Text(item, "summary")!, Text(item, "content_html")!,
            [.. item.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)], Text(item, "language")))]);

    private static string? Link(XElement parent, string relation) => (string?)parent.Elements(Atom + "link").SingleOrDefault(l => (string?)l.Attribute("rel") == relation)?.Attribute("href");

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

internal sealed record ReadEntry(
    string Id, string? Title, string Link, string Published, string? Updated, string Author, string Summary, string Html, IReadOnlyList<string> Categories, string? Language);
