using System.Globalization;
using System.Xml;

namespace RunRecovery.Web.Feeds;

/// <summary>RSS 2.0.</summary>
internal sealed class RssFormat : IFeedFormat
{
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public string Stem => "rss";
    public string Ending => ".xml";
    public string Name => "RSS";
    public string ContentType => "application/rss+xml";

    public byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        foreach (var (prefix, space) in new[] { ("atom", FeedXml.Atom), ("content", Content), ("dc", DublinCore), ("fh", FeedXml.History), ("media", FeedXml.MediaRss) })
        {
            xml.WriteAttributeString("xmlns", prefix, null, space);
        }

        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Page);
        xml.WriteElementString("description", feed.Description);
        xml.WriteElementString("language", feed.Language);
        if (feed.UpdatedAt is { } updated)
        {
            xml.WriteElementString("lastBuildDate", Rfc822(updated));
        }

        xml.Relations(feed, ContentType);
        WriteIcon(xml, feed);
        foreach (var entry in feed.Entries)
        {
            Write(xml, entry);
        }
    });

    private static void WriteIcon(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("image");
        xml.WriteElementString("url", feed.Icon);
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Page);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.Language(entry.Language);
        if (entry.Title.Length > 0)
        {
            xml.WriteElementString("title", entry.Title);
        }

        xml.WriteElementString("link", entry.Address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc822(entry.PublishedAt));
        if (entry.UpdatedAt != entry.PublishedAt)
        {
            xml.WriteElementString("updated", FeedXml.Atom, FeedXml.Rfc3339(entry.UpdatedAt));
        }

        xml.WriteElementString("creator", DublinCore, entry.Author);
        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("domain", category.Scheme);
            xml.WriteString(category.Label);
            xml.WriteEndElement();
        }

        xml.WriteElementString("description", entry.Summary);
        xml.WriteElementString("encoded", Content, entry.Html);
        if (entry.Enclosure is { Item: var item } enclosure)
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", enclosure.Address);
            xml.WriteAttributeString("length", FeedXml.Number(item.Length));
            xml.WriteAttributeString("type", item.ContentType);
            xml.WriteEndElement();
        }

        xml.Picture(entry.Picture);
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTime time) => time.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
