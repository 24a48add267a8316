using AngleSharp.Dom;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Rendering;

/// <summary>One film on a page or in a feed. Only ours plays in place: a host's player would watch our readers, so it is linked to.</summary>
internal sealed class Player(IDocument page, Film film, FilmParts parts, RenderContext context)
{
    private static readonly string[] VideoTypes = [".webm", ".mp4"];

    /// <param name="title">What the film is called.</param>
    /// <param name="words">The words of the link to it.</param>
    public IElement Build(string title, string words) => film switch
    {
        Film.Ours ours when context.FeedBase is null => Figure(Playing(ours, title), words),
        Film.Hosted when parts.Poster is null => LinkAlone(words),
        _ => Figure(LinkedPoster($"Watch: {title}"), words),
    };

    private IElement Figure(IElement shown, string words)
    {
        var figure = page.CreateElement("figure");
        var caption = page.CreateElement("figcaption");
        Describe(caption, words);
        figure.Append(shown, caption);
        return figure;
    }

    private IElement LinkAlone(string words)
    {
        var paragraph = page.CreateElement("p");
        paragraph.ClassName = "video-link";
        Describe(paragraph, words);
        return paragraph;
    }

    private void Describe(IElement caption, string words)
    {
        caption.Append(Link(film.Address, words));
        if (parts.Duration is { } duration)
        {
            caption.Append(page.CreateTextNode($" · {duration}"));
        }

        if (parts.Transcript is { } transcript)
        {
            caption.Append(page.CreateTextNode(" · "), Link(MediaAddress.Plain(transcript.Path), "Read what it shows"));
        }
    }

    private IElement Playing(Film.Ours ours, string title)
    {
        var isVideo = ours.Item.ContentType.StartsWith("video/", StringComparison.Ordinal);
        var player = page.CreateElement(isVideo ? "video" : "audio");
        player.SetAttribute("controls", "");
        player.SetAttribute("preload", "metadata");
        player.SetAttribute("aria-label", title);
        if (isVideo && parts.Poster is { } poster)
        {
            player.SetAttribute("poster", MediaAddress.Of(poster));
            player.SetAttribute("width", $"{poster.Width}");
            player.SetAttribute("height", $"{poster.Height}");
        }

        foreach (var file in isVideo ? VideoTypes.Select(type => context.FindMedia(ours.Stem + type)).OfType<MediaItem>() : [ours.Item])
        {
            var source = page.CreateElement("source");
            source.SetAttribute("src", MediaAddress.Of(file));
            source.SetAttribute("type", file.ContentType);
            player.Append(source);
        }

        if (parts.Captions is { } captions)
        {
            player.Append(Track(captions));
        }

        return player;
    }

    private IElement Track(MediaItem captions)
    {
        var track = page.CreateElement("track");
        track.SetAttribute("kind", "captions");
        track.SetAttribute("src", MediaAddress.Of(captions));
        track.SetAttribute("srclang", context.Language);
        track.SetAttribute("label", LanguageNames.Own(context.Language));
        return track;
    }

    private IElement LinkedPoster(string words)
    {
        var link = Link(film.Address, words);
        if (parts.Poster is { } poster)
        {
            var image = page.CreateElement("img");
            image.SetAttribute("src", MediaAddress.Plain(poster.Path));
            image.SetAttribute("alt", words);
            link.TextContent = "";
            link.Append(image);
        }

        return link;
    }

    private IElement Link(string address, string words)
    {
        var link = page.CreateElement("a");
        link.SetAttribute("href", address);
        link.TextContent = words;
        return link;
    }
}
