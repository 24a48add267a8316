using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>An image alone in its paragraph becomes a figure, its title the caption.</summary>
internal static class Figures
{
    public static void Finish(IElement body)
    {
        foreach (var paragraph in body.QuerySelectorAll("p").Where(p => IsAlone(p, "img")).ToList())
        {
            var image = paragraph.FirstElementChild!;
            var figure = body.Owner!.CreateElement("figure");
            figure.Append(image);
            if (image.GetAttribute("title") is { Length: > 0 } title)
            {
                image.RemoveAttribute("title");
                var caption = body.Owner.CreateElement("figcaption");
                caption.TextContent = title;
                figure.Append(caption);
            }

            paragraph.Replace(figure);
        }
    }

    public static bool IsAlone(IElement paragraph, string name) =>
        paragraph.ChildElementCount == 1 && paragraph.FirstElementChild!.LocalName == name
        && paragraph.ChildNodes.All(n => n is IElement || (n is IText && string.IsNullOrWhiteSpace(n.TextContent)));
}
