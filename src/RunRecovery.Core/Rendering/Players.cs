using AngleSharp.Dom;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Rendering;

/// <summary>A line that holds only a link to a video: a player for our own file, a plain link for a host's, which would otherwise watch our readers.</summary>
internal static class Players
{
    private static readonly string[] VideoTypes = [".webm", ".mp4"];
    private static readonly string[] PosterTypes = [".png", ".jpg", ".jpeg", ".webp"];

    private static readonly Dictionary<string, string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["www.youtube.com"] = "YouTube",
        ["youtube.com"] = "YouTube",
        ["m.youtube.com"] = "YouTube",
        ["youtu.be"] = "YouTube",
        ["vimeo.com"] = "Vimeo",
        ["www.vimeo.com"] = "Vimeo",
    };

    public static void Finish(IElement body, Surroundings surroundings)
    {
        foreach (var paragraph in body.QuerySelectorAll("p").Where(p => Figures.IsAlone(p, "a")).ToList())
        {
            var link = paragraph.FirstElementChild!;
            var address = link.GetAttribute("href") ?? "";
            if (surroundings.Media(address) is { } item && item.ContentType.Split('/')[0] is "video" or "audio")
            {
                paragraph.Replace(Player(body.Owner!, surroundings.Media(address)!, link.TextContent.Trim(), surroundings.Context));
            }
            else if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && Hosts.TryGetValue(uri.Host, out var host))
            {
                paragraph.ClassName = "video-link";
                link.TextContent = link.TextContent.Trim() is var text && text != address ? $"Watch on {host}: {text}" : $"Watch on {host}";
            }
        }
    }

    private static IElement Player(IDocument page, MediaItem item, string title, RenderContext context)
    {
        var stem = item.Path[..item.Path.LastIndexOf('.')];
        var poster = PosterTypes.Select(type => context.FindMedia(stem + type)).FirstOrDefault(found => found is not null);
        var figure = page.CreateElement("figure");
        var caption = page.CreateElement("figcaption");
        caption.Append(Link(page, item, title));
        figure.Append(context.FeedBase is null ? Film(page, item, title, stem, poster, context) : LinkedPoster(page, item, title, poster), caption);
        if (context.FindMedia(stem + ".txt") is { } transcript)
        {
            caption.Append(page.CreateTextNode(" · "), Link(page, transcript, "Read what it shows"));
        }

        return figure;
    }

    private static IElement Film(IDocument page, MediaItem item, string title, string stem, MediaItem? poster, RenderContext context)
    {
        var isFilm = item.ContentType.StartsWith("video/", StringComparison.Ordinal);
        var film = page.CreateElement(isFilm ? "video" : "audio");
        film.SetAttribute("controls", "");
        film.SetAttribute("preload", "metadata");
        film.SetAttribute("aria-label", title);
        if (isFilm && poster is not null)
        {
            film.SetAttribute("poster", MediaAddress.Of(poster));
            film.SetAttribute("width", $"{poster.Width}");
            film.SetAttribute("height", $"{poster.Height}");
        }

        foreach (var file in (isFilm ? VideoTypes.Select(type => context.FindMedia(stem + type)).OfType<MediaItem>() : [item]))
        {
            var source = page.CreateElement("source");
            source.SetAttribute("src", MediaAddress.Of(file));
            source.SetAttribute("type", file.ContentType);
            film.Append(source);
        }

        if (context.FindMedia(stem + ".vtt") is { } captions)
        {
            var track = page.CreateElement("track");
            track.SetAttribute("kind", "captions");
            track.SetAttribute("src", MediaAddress.Of(captions));
            track.SetAttribute("srclang", "en");
            track.SetAttribute("label", "English");
            film.Append(track);
        }

        return film;
    }

    private static IElement LinkedPoster(IDocument page, MediaItem item, string title, MediaItem? poster)
    {
        var link = Link(page, item, $"Watch: {title}");
        if (poster is not null)
        {
            var image = page.CreateElement("img");
            image.SetAttribute("src", MediaAddress.Plain(poster.Path));
            image.SetAttribute("alt", $"Watch: {title}");
            link.TextContent = "";
            link.Append(image);
        }

        return link;
    }

    private static IElement Link(IDocument page, MediaItem item, string text)
    {
        var link = page.CreateElement("a");
        link.SetAttribute("href", MediaAddress.Plain(item.Path));
        link.TextContent = text;
        return link;
    }
}
