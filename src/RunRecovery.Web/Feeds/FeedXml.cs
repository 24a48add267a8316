using System.Globalization;
using System.Text;
using System.Xml;

namespace RunRecovery.Web.Feeds;

/// <summary>What the two XML formats have in common.</summary>
internal static class FeedXml
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string History = "http://purl.org/syndication/history/1.0";
    public const string MediaRss = "http://search.yahoo.com/mrss/";

    public static byte[] Write(Action<XmlWriter> document)
    {
        using var bytes = new MemoryStream();
        // No indentation: white space would be part of the bytes that must not change.
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            document(xml);
        }

        return bytes.ToArray();
    }

    public static void AtomLink(this XmlWriter xml, string relation, string? address, string? type = null)
    {
        if (address is null)
        {
            return;
        }

        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteEndElement();
    }

    /// <summary>How a feed hangs together with its hub and its archives.</summary>
    public static void Relations(this XmlWriter xml, Feed feed, string type)
    {
        xml.AtomLink("self", feed.Self, type);
        xml.AtomLink("hub", feed.Hub);
        xml.AtomLink("current", feed.Current, type);
        xml.AtomLink("prev-archive", feed.PreviousArchive, type);
        if (feed.IsArchive)
        {
            xml.WriteElementString("archive", History, "");
        }
    }

    public static void Picture(this XmlWriter xml, FeedMedia? picture)
    {
        if (picture is not { Item: var item })
        {
            return;
        }

        xml.WriteStartElement("content", MediaRss);
        xml.WriteAttributeString("url", picture.Address);
        xml.WriteAttributeString("type", item.ContentType);
        xml.WriteAttributeString("medium", "image");
        xml.WriteAttributeString("fileSize", Number(item.Length));
        Size(xml, item.Width, item.Height);
        if (picture.Alt is { Length: > 0 } alt)
        {
            xml.WriteElementString("description", MediaRss, alt);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("thumbnail", MediaRss);
        xml.WriteAttributeString("url", picture.Address);
        Size(xml, item.Width, item.Height);
        xml.WriteEndElement();
    }

    public static void Language(this XmlWriter xml, string? language)
    {
        if (language is not null)
        {
            xml.WriteAttributeString("xml", "lang", null, language);
        }
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Rfc3339(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Size(XmlWriter xml, int? width, int? height)
    {
        if (width is not null && height is not null)
        {
            xml.WriteAttributeString("width", Number(width.Value));
            xml.WriteAttributeString("height", Number(height.Value));
        }
    }
}
