using AngleSharp.Dom;
using RunRecovery.Core.Media;

namespace RunRecovery.Web.Feeds.Checking;

internal static class MarkupRules
{
    private static readonly string[] Addresses = ["href", "src", "poster", "cite"];
    private static readonly string[] OfPictures = ["alt", "width", "height"];
    private static readonly string[] ShownEverywhere = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    private const string Dropped = "script, style, link, meta, base, svg, math, form, button, input, select, textarea, template, noscript, canvas, dialog, details, picture";
    private const string Players = "iframe, embed, object, video, audio, source, track";

    private static readonly HashSet<string> Meaningless = ["class", "style", "id", "hidden", "loading", "decoding", "sizes", "role", "tabindex"];

    public static IEnumerable<string> AddressesAreAbsolute(DocumentEntry entry, StoredBlog blog) =>
        entry.Body.QuerySelectorAll("*").SelectMany(AddressesOf).Where(a => !IsAbsolute(a)).Select(a => $"the address '{a}' is not absolute.");

    public static IEnumerable<string> PicturesAreComplete(DocumentEntry entry, StoredBlog blog)
    {
        foreach (var picture in entry.Body.QuerySelectorAll("img"))
        {
            var source = picture.GetAttribute("src") ?? "";
            if (source.Length == 0)
            {
                yield return "a picture has no address.";
            }
            else if (blog.IsOurs(source))
            {
                foreach (var missing in OfPictures.Where(name => !picture.HasAttribute(name)))
                {
                    yield return $"the picture {source} has no {missing}.";
                }

                if (!ShownEverywhere.Contains(MediaTypes.Of(new Uri(source).AbsolutePath)?.ContentType))
                {
                    yield return $"few readers show the picture {source}.";
                }
            }
        }
    }

    public static IEnumerable<string> MarkupSurvives(DocumentEntry entry, StoredBlog blog)
    {
        foreach (var element in entry.Body.QuerySelectorAll(Dropped))
        {
            yield return $"readers drop <{element.LocalName}>.";
        }

        foreach (var name in entry.Body.QuerySelectorAll("*").SelectMany(e => e.Attributes).Select(a => a.Name).Distinct().Where(IsMeaningless))
        {
            yield return $"readers drop the attribute {name}.";
        }
    }

    public static IEnumerable<string> FilmsAreLinks(DocumentEntry entry, StoredBlog blog)
    {
        foreach (var player in entry.Body.QuerySelectorAll(Players))
        {
            yield return $"<{player.LocalName}> is a player, which readers drop.";
        }

        var linked = entry.Body.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('?')[0]).ToHashSet();
        foreach (var film in entry.Enclosures.Where(e => !linked.Contains(e.Address)))
        {
            yield return $"its text has no link to {film.Address}.";
        }
    }

    public static IEnumerable<string> NothingButTheText(DocumentEntry entry, StoredBlog blog)
    {
        foreach (var way in entry.Body.QuerySelectorAll("nav, a[rel~=prev], a[rel~=next]"))
        {
            yield return $"'{way.TextContent.Trim()}' leads to other entries.";
        }

        foreach (var picture in entry.Body.QuerySelectorAll("img").Where(p => p.GetAttribute("width") is "0" or "1" || p.GetAttribute("height") is "0" or "1"))
        {
            yield return $"the picture {picture.GetAttribute("src")} cannot be seen, so it counts readers.";
        }
    }

    private static IEnumerable<string> AddressesOf(IElement element) => Addresses.Select(element.GetAttribute).OfType<string>()
        .Concat((element.GetAttribute("srcset") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(candidate => candidate.Split(' ')[0]));

    /// <summary>Not //host, which takes its scheme from where it stands, and a reader stands nowhere.</summary>
    private static bool IsAbsolute(string address) =>
        !address.StartsWith('/') && Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "mailto";

    private static bool IsMeaningless(string attribute) =>
        Meaningless.Contains(attribute) || attribute.StartsWith("on", StringComparison.Ordinal) || attribute.StartsWith("data-", StringComparison.Ordinal);
}
