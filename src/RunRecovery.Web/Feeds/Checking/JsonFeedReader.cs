using System.Text.Json;

namespace RunRecovery.Web.Feeds.Checking;

internal static class JsonFeedReader
{
    public static FeedDocument Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var feed = json.RootElement;
        return new FeedDocument
        {
            Title = Text(feed, "title"),
            Language = Text(feed, "language"),
            Self = Text(feed, "feed_url"),
            Page = Text(feed, "home_page_url"),
            PreviousArchive = Text(feed, "next_url") is { Length: > 0 } older ? older : null,
            Authors = Authors(feed),
            Entries = [.. List(feed, "items").Select(Entry)],
        };
    }

    private static DocumentEntry Entry(JsonElement item) => new()
    {
        Id = Text(item, "id"),
        Title = Text(item, "title"),
        Address = Text(item, "url"),
        Published = FeedReader.Rfc3339(Text(item, "date_published")),
        Updated = FeedReader.Rfc3339(Text(item, "date_modified")),
        Authors = Authors(item),
        Summary = Text(item, "summary"),
        Content = Text(item, "content_html"),
        Language = item.TryGetProperty("language", out var language) ? language.GetString() : null,
        Categories = [.. List(item, "tags").Select(tag => new DocumentCategory(tag.GetString() ?? "", null, null))],
        Picture = Text(item, "image") is { Length: > 0 } image ? new DocumentFile(image, null, null) : null,
        Enclosures = [.. List(item, "attachments").Select(a => new DocumentFile(Text(a, "url"), Text(a, "mime_type"), Text(a, "size_in_bytes")))],
    };

    private static IReadOnlyList<string> Authors(JsonElement parent) => [.. List(parent, "authors").Select(a => Text(a, "name"))];

    private static string Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static IEnumerable<JsonElement> List(JsonElement parent, string name) => parent.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
