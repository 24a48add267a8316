using System.Globalization;
using System.Text;
using System.Xml;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Options;
using RunRecovery.Web.Pages;

namespace RunRecovery.Web.Feeds;

/// <summary>The newest posts as RSS 2.0, whole. Ids and times are the stored ones, so an unchanged blog gives the same bytes.</summary>
public sealed class RssFeed(PostRepository posts, PostHtml html, SiteOptions site, Links links)
{
    private const int Entries = 20;
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Atom = "http://www.w3.org/2005/Atom";

    public async Task<byte[]> WriteAsync(CancellationToken cancel)
    {
        var latest = await posts.LatestAsync(Entries, cancel);
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteStartElement("channel");
            WriteChannel(xml, latest);
            foreach (var post in latest)
            {
                WriteItem(xml, post);
            }
        }

        return bytes.ToArray();
    }

    private void WriteChannel(XmlWriter xml, IReadOnlyList<Post> latest)
    {
        Write(xml, "title", site.Title);
        Write(xml, "link", links.Absolute(Links.Home));
        Write(xml, "description", site.Description);
        Write(xml, "language", site.Language);
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("href", links.Absolute(Links.Rss));
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
        if (latest.Count > 0)
        {
            Write(xml, "lastBuildDate", Rfc822(latest.Max(p => p.UpdatedAt > p.PublishedAt ? p.UpdatedAt.Value : p.PublishedAt!.Value)));
        }
    }

    private void WriteItem(XmlWriter xml, Post post)
    {
        xml.WriteStartElement("item");
        Write(xml, "title", post.Title);
        Write(xml, "link", links.Absolute(Links.Of(post)));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(post.FeedId);
        xml.WriteEndElement();
        Write(xml, "pubDate", Rfc822(post.PublishedAt!.Value));
        xml.WriteElementString("creator", DublinCore, Clean(post.Author ?? site.Author));
        foreach (var term in post.Terms.Where(t => t.Term.Kind != TermKind.Series))
        {
            Write(xml, "category", term.Term.Name);
        }

        Write(xml, "description", post.Summary ?? post.Description ?? post.Excerpt);
        xml.WriteElementString("encoded", Content, Clean(html.RenderForFeed(post, site.Base).Html));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    /// <summary>Without the characters that XML does not allow, so that the feed is well-formed whatever an author wrote.</summary>
    private static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));

    private static string Rfc822(DateTime time) => time.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
