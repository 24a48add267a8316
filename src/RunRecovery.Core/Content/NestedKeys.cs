using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>The keys of front matter that are written as one text by some, and with keys inside by others.</summary>
internal static class NestedKeys
{
    public static PostImage? Image(FrontMatterKeys keys, string folder)
    {
        foreach (var key in Spellings.Image)
        {
            if (keys.TakeIf(NamesAFile, key) is not { } entry)
            {
                continue;
            }

            var (src, parts) = Open(keys, First(keys, entry), "src", "image", "url");
            var alt = parts?.Text("alt") ?? keys.Text($"{key}_alt");
            var caption = parts?.Text("caption") ?? keys.Text($"{key}_caption");
            KeepRest(keys, entry, parts);
            return Address(keys, entry, folder, src) is { } address ? new PostImage(address, alt, caption) : null;
        }

        return null;
    }

    public static PostVideo? Video(FrontMatterKeys keys, string folder)
    {
        if (keys.Take(Spellings.Video) is not { } entry)
        {
            return null;
        }

        var (url, parts) = Open(keys, entry, "url");
        var video = new PostVideo(
            Address(keys, entry, folder, url) ?? "",
            Address(keys, entry, folder, parts?.Text("poster")),
            Address(keys, entry, folder, parts?.Text("captions")),
            Address(keys, entry, folder, parts?.Text("transcript")),
            parts?.Text("duration"));
        KeepRest(keys, entry, parts);
        if (video.Url.Length > 0)
        {
            return video;
        }

        keys.Problem(entry, "wanted url: with the video's address.");
        return null;
    }

    public static (DateOnly? On, string? By) Reviewed(FrontMatterKeys keys)
    {
        if (keys.Find(Spellings.Reviewed[0]) is not { Value: HeaderValue.Mapping inside } entry)
        {
            return (keys.Day(Spellings.Reviewed), null);
        }

        _ = keys.Take(Spellings.Reviewed);
        var parts = keys.Inside(inside);
        var reviewed = (parts.Day("date"), parts.Text("by"));
        KeepRest(keys, entry, parts);
        return reviewed;
    }

    public static string? Author(FrontMatterKeys keys)
    {
        if (keys.Take(Spellings.Author) is not { } entry)
        {
            return null;
        }

        IReadOnlyList<HeaderValue> authors = entry.Value is HeaderValue.Sequence list ? list.Items : [entry.Value];
        List<string> names = [];
        foreach (var author in authors)
        {
            var (name, parts) = Open(keys, entry with { Value = author }, "name");
            KeepRest(keys, entry, parts);
            names.AddRange(name is null ? [] : [name]);
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static bool NamesAFile(HeaderValue value) => value is not HeaderValue.Mapping map
        || map.Entries.Any(entry => entry.Key.ToLowerInvariant() is "src" or "image" or "url");

    private static HeaderEntry First(FrontMatterKeys keys, HeaderEntry entry)
    {
        if (entry.Value is not HeaderValue.Sequence { Items: var items })
        {
            return entry;
        }

        if (items.Count > 1)
        {
            keys.Keep(entry, "others", new HeaderValue.Sequence([.. items.Skip(1)]));
        }

        return entry with { Value = items is [var first, ..] ? first : HeaderValue.Nothing };
    }

    /// <summary>What the value says itself, or else what it says under the first of these keys; and its keys, if it has any.</summary>
    private static (string? Text, FrontMatterKeys? Parts) Open(FrontMatterKeys keys, HeaderEntry entry, params ReadOnlySpan<string> names)
    {
        if (entry.Value is not HeaderValue.Mapping inside)
        {
            return (keys.TextOf(entry), null);
        }

        var parts = keys.Inside(inside);
        return (parts.Text(names), parts);
    }

    private static void KeepRest(FrontMatterKeys keys, HeaderEntry entry, FrontMatterKeys? parts)
    {
        foreach (var part in parts?.Left ?? [])
        {
            keys.Keep(entry, part.Key, part.Value);
        }
    }

    /// <summary>The address at which the blog will show a file that is given relative to its text; others stay as they are.</summary>
    private static string? Address(FrontMatterKeys keys, HeaderEntry entry, string folder, string? written)
    {
        if (written is null)
        {
            return null;
        }

        var path = MediaReference.Find(folder, written, out var leaves);
        if (leaves)
        {
            keys.Problem(entry, $"'{written}' leads out of the content folder.");
        }

        return path is null ? written : MediaAddress.Plain(path);
    }
}
