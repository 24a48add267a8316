using System.Xml;

namespace RunRecovery.Web.Feeds;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal sealed class AtomFormat : IFeedFormat
{
    /// <summary>A feed without entries was never updated, but the format wants a time, and it must not change.</summary>
    private static readonly DateTime Never = DateTime.UnixEpoch;

    public string Stem => "atom";
    public string Ending => ".xml";
    public string Name => "Atom";
    public string ContentType => "application/atom+xml";

    public byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        xml.WriteAttributeString("xmlns", "media", null, FeedXml.MediaRss);
        xml.Language(feed.Language);
        xml.WriteElementString("id", feed.Id);
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("subtitle", feed.Description);
        xml.WriteElementString("updated", FeedXml.Rfc3339(feed.UpdatedAt ?? Never));
        xml.WriteElementString("icon", feed.Icon);
        xml.AtomLink("alternate", feed.Page, "text/html");
        xml.Relations(feed, ContentType);
        foreach (var entry in feed.Entries)
        {
            Write(xml, entry);
        }
    });

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.Language(entry.Language);
        xml.WriteElementString("id", entry.Id);
        xml.WriteElementString("title", entry.Title);
        xml.WriteElementString("published", FeedXml.Rfc3339(entry.PublishedAt));
        xml.WriteElementString("updated", FeedXml.Rfc3339(entry.UpdatedAt));
        // On each entry: newsboat shows none that is only the feed's.
        xml.WriteStartElement("author");
        xml.WriteElementString("name", entry.Author);
        xml.WriteEndElement();
        xml.AtomLink("alternate", entry.Address, "text/html");
        if (entry.Enclosure is { Item: var item } enclosure)
        {
            xml.WriteStartElement("link");
            xml.WriteAttributeString("rel", "enclosure");
            xml.WriteAttributeString("href", enclosure.Address);
            xml.WriteAttributeString("type", item.ContentType);
            xml.WriteAttributeString("length", FeedXml.Number(item.Length));
            xml.WriteEndElement();
        }

        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("term", category.Term);
            xml.WriteAttributeString("label", category.Label);
            xml.WriteAttributeString("scheme", category.Scheme);
            xml.WriteEndElement();
        }

        xml.WriteElementString("summary", entry.Summary);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.Picture(entry.Picture);
        xml.WriteEndElement();
    }
}
