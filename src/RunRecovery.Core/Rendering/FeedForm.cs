using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>What feed readers keep and show well: absolute addresses, plain elements, and text where a page would need its styles.</summary>
internal static class FeedForm
{
    private static readonly string[] Addresses = ["href", "src", "poster", "cite"];

    /// <summary>Attributes that survive the readers' own hygiene and mean something there.</summary>
    private static readonly HashSet<string> Kept =
        ["href", "src", "alt", "title", "width", "height", "cite", "datetime", "lang", "dir", "colspan", "rowspan", "scope", "headers", "start", "reversed", "type", "value"];

    /// <summary>A film that an author wrote as HTML: readers drop players, so there is a link to it. It and its poster are then links and pictures like any other.</summary>
    public static void LinkFilms(IElement body)
    {
        foreach (var film in body.QuerySelectorAll("video, audio").ToList())
        {
            var address = film.GetAttribute("src") ?? film.QuerySelector("source")?.GetAttribute("src");
            if (address is null)
            {
                film.Remove();
                continue;
            }

            var link = body.Owner!.CreateElement("a");
            link.SetAttribute("href", address);
            link.TextContent = film.GetAttribute("title") is { Length: > 0 } title ? title : film.LocalName == "video" ? "Watch the video" : "Listen";
            if (film.GetAttribute("poster") is { } poster)
            {
                var picture = body.Owner.CreateElement("img");
                picture.SetAttribute("src", poster);
                picture.SetAttribute("alt", link.TextContent);
                link.Prepend(picture, body.Owner.CreateElement("br"));
            }

            film.Replace(link);
        }
    }

    public static void Finish(IElement body, Uri page, string title)
    {
        RepeatedTitle(body, title);
        foreach (var divider in body.QuerySelectorAll(HtmlHygiene.Divider).ToList())
        {
            divider.Remove();
        }

        Alerts(body);
        Notes(body);
        Details(body);
        Grades(body);
        foreach (var frame in body.QuerySelectorAll("div.table").ToList())
        {
            frame.Replace([.. frame.ChildNodes]);
        }

        foreach (var element in body.QuerySelectorAll("*"))
        {
            MakeAbsolute(element, page);
            foreach (var attribute in element.Attributes.Select(a => a.Name).Where(name => !Kept.Contains(name)).ToList())
            {
                element.RemoveAttribute(attribute);
            }
        }
    }

    /// <summary>Readers show the title themselves.</summary>
    private static void RepeatedTitle(IElement body, string title)
    {
        if (body.QuerySelector("h1, h2, h3, h4, h5, h6") is { } first && title.Length > 0 && string.Equals(first.TextContent.Trim(), title.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            first.Remove();
        }
    }

    /// <summary>A quote with a bold label.</summary>
    private static void Alerts(IElement body)
    {
        foreach (var alert in body.QuerySelectorAll(".markdown-alert").ToList())
        {
            if (alert.QuerySelector(".markdown-alert-title") is { } title)
            {
                title.Replace(Bold(body, title.TextContent));
            }

            Headings.Rename(alert, "blockquote");
        }
    }

    /// <summary>Without the ways back to the text, which would lead out of the reader.</summary>
    private static void Notes(IElement body)
    {
        foreach (var back in body.QuerySelectorAll("a.footnote-back-ref").ToList())
        {
            back.Remove();
        }

        if (body.Children.LastOrDefault(e => e.ClassList.Contains(Footnotes.Class)) is { } notes)
        {
            notes.Replace([body.Owner!.CreateElement("hr"), .. notes.ChildNodes]);
        }
    }

    /// <summary>Nothing can be folded away in a reader.</summary>
    private static void Details(IElement body)
    {
        foreach (var details in body.QuerySelectorAll("details").ToList())
        {
            if (details.QuerySelector("summary") is { } summary)
            {
                summary.Replace(Bold(body, summary.TextContent));
            }

            details.Replace([.. details.ChildNodes]);
        }
    }

    /// <summary>On a page a grade of evidence is a badge; without styles it would read as a word too many.</summary>
    private static void Grades(IElement body)
    {
        foreach (var grade in body.QuerySelectorAll("a[href*='/how-we-judge-evidence#']"))
        {
            grade.TextContent = $"({grade.TextContent})";
        }
    }

    private static IElement Bold(IElement body, string text)
    {
        var paragraph = body.Owner!.CreateElement("p");
        var strong = body.Owner.CreateElement("strong");
        strong.TextContent = text.Trim();
        paragraph.Append(strong);
        return paragraph;
    }

    /// <summary>Also places in the text itself, which lead to its page. What cannot be an address goes.</summary>
    private static void MakeAbsolute(IElement element, Uri page)
    {
        foreach (var name in Addresses)
        {
            if (element.GetAttribute(name) is not { } written)
            {
                continue;
            }

            if (Uri.TryCreate(page, written, out var absolute) && absolute.Scheme is "http" or "https" or "mailto")
            {
                element.SetAttribute(name, absolute.AbsoluteUri);
            }
            else
            {
                element.RemoveAttribute(name);
            }
        }
    }
}
