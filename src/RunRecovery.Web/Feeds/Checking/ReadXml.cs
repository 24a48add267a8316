using System.Xml.Linq;

namespace RunRecovery.Web.Feeds.Checking;

/// <summary>What the readers of RSS and Atom have in common.</summary>
internal static class ReadXml
{
    public static readonly XNamespace Atom = FeedXml.Atom;

    /// <summary>Empty: there is no such element.</summary>
    public static string Text(this XElement parent, XName name) => parent.Element(name)?.Value ?? "";

    public static string Said(this XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    /// <summary>Where a link of that relation leads; null: there is none.</summary>
    public static string? Link(this XElement parent, string relation) =>
        parent.Elements(Atom + "link").FirstOrDefault(l => l.Said("rel") == relation)?.Said("href");

    public static string? Language(this XElement element) => element.Attribute(XNamespace.Xml + "lang")?.Value;

    public static DocumentFile? Picture(this XElement entry) =>
        entry.Element(XName.Get("content", FeedXml.MediaRss)) is { } media ? new DocumentFile(media.Said("url"), media.Said("type"), media.Said("fileSize")) : null;
}
