using RunRecovery.Web.Options;

namespace RunRecovery.Web.Feeds;

/// <summary>All feeds in one file, for feed readers that import lists: OPML 2.0.</summary>
public sealed class Opml(FeedList list, SiteOptions site, Links links)
{
    public const string ContentType = "text/x-opml; charset=utf-8";

    public async Task<byte[]> WriteAsync(CancellationToken cancel)
    {
        var groups = await list.AllAsync(cancel);
        return FeedXml.Write(xml =>
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", FeedText.OneLine($"Feeds of {site.Title}"));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var group in groups.Where(g => g.Feeds.Count > 0))
            {
                xml.WriteStartElement("outline");
                xml.WriteAttributeString("text", group.Name);
                foreach (var feed in group.Feeds)
                {
                    var title = FeedText.OneLine(feed.Title);
                    xml.WriteStartElement("outline");
                    xml.WriteAttributeString("type", "rss");
                    xml.WriteAttributeString("text", title);
                    xml.WriteAttributeString("title", title);
                    xml.WriteAttributeString("xmlUrl", links.Absolute(feed.Path(FeedFormats.Rss)));
                    xml.WriteAttributeString("htmlUrl", links.Absolute(feed.Topic.Page));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }
        });
    }
}
