using System.Text.Encodings.Web;
using System.Text.Json;

namespace RunRecovery.Web.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal sealed class JsonFormat : IFeedFormat
{
    /// <summary>It is a document of its own, never a part of a page, so nothing but JSON needs escaping.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Stem => "feed";
    public string Ending => ".json";
    public string Name => "JSON Feed";
    public string ContentType => "application/feed+json";

    public byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Page);
            json.WriteString("feed_url", feed.Self);
            json.WriteString("description", feed.Description);
            json.WriteString("icon", feed.Icon);
            json.WriteString("language", feed.Language);
            WriteAuthors(json, feed.Author);
            if (feed.PreviousArchive is { } older)
            {
                json.WriteString("next_url", older);
            }

            if (feed.Hub is { } hub)
            {
                json.WriteStartArray("hubs");
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                Write(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Address);
        if (entry.Title.Length > 0)
        {
            json.WriteString("title", entry.Title);
        }

        json.WriteString("content_html", entry.Html);
        json.WriteString("summary", entry.Summary);
        json.WriteString("date_published", FeedXml.Rfc3339(entry.PublishedAt));
        json.WriteString("date_modified", FeedXml.Rfc3339(entry.UpdatedAt));
        WriteAuthors(json, entry.Author);
        if (entry.Picture is { } picture)
        {
            json.WriteString("image", picture.Address);
        }

        if (entry.Language is { } language)
        {
            json.WriteString("language", language);
        }

        json.WriteStartArray("tags");
        foreach (var category in entry.Categories)
        {
            json.WriteStringValue(category.Label);
        }

        json.WriteEndArray();
        if (entry.Enclosure is { Item: var item } enclosure)
        {
            json.WriteStartArray("attachments");
            json.WriteStartObject();
            json.WriteString("url", enclosure.Address);
            json.WriteString("mime_type", item.ContentType);
            json.WriteNumber("size_in_bytes", item.Length);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
