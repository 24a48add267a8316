using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>A line that holds only a link to a film becomes its player. The post's own video gets one before the text where the text has none.</summary>
internal static class Players
{
    public static void Finish(IElement body, Surroundings surroundings)
    {
        var context = surroundings.Context;
        var own = context.Video is { } video ? Film.Find(video.Url, surroundings) : null;
        var isShown = own is null || HoldsPlayerOf(own, body, surroundings);
        foreach (var paragraph in body.QuerySelectorAll("p").Where(p => Figures.IsAlone(p, "a")).ToList())
        {
            var link = paragraph.FirstElementChild!;
            var address = link.GetAttribute("href") ?? "";
            if (Film.Find(address, surroundings) is { } film)
            {
                var title = link.TextContent.Trim();
                paragraph.Replace(PlayerOf(film).Build(title, film is Film.Ours ? title : film.Invitation(title == address ? "" : title)));
                isShown |= film.IsSameAs(own);
            }
        }

        if (!isShown)
        {
            body.Prepend(PlayerOf(own!).Build(context.Title, own!.Invitation(context.Title)));
        }

        Player PlayerOf(Film film) => new(body.Owner!, film, FilmParts.Of(film, film.IsSameAs(own) ? context.Video : null, surroundings), context);
    }

    /// <summary>Written as HTML.</summary>
    private static bool HoldsPlayerOf(Film own, IElement body, Surroundings surroundings) =>
        body.QuerySelectorAll("video[src], audio[src], source[src]").Any(e => own.IsSameAs(Film.Find(e.GetAttribute("src")!, surroundings)));
}
