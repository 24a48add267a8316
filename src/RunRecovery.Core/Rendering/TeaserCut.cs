using System.Net;
using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>What a list shows above "Read more": up to the author's divider, else the author's summary, else the first blocks.</summary>
internal static class TeaserCut
{
    private const int Words = 70;
    private static readonly string[] Headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

    /// <summary>Takes the divider out of the body.</summary>
    public static Teaser Make(IElement body, RenderContext context)
    {
        var divider = body.Children.FirstOrDefault(e => e.LocalName == HtmlHygiene.Divider);
        var label = divider?.GetAttribute("title");
        var blocks = body.ChildNodes.TakeWhile(n => n != divider).OfType<IElement>().ToList();
        foreach (var marker in body.QuerySelectorAll(HtmlHygiene.Divider).ToList())
        {
            marker.Remove();
        }

        if (divider is null && context.Summary is { Length: > 0 } summary)
        {
            return new Teaser($"<p>{WebUtility.HtmlEncode(summary)}</p>", IsCut: body.ChildElementCount > 0, MoreLabel: null);
        }

        var all = body.Children.Where(b => !b.ClassList.Contains(Footnotes.Class)).ToList();
        var shown = divider is null ? FirstBlocks(all) : blocks;
        return new Teaser(string.Concat(shown.Select(block => ForList(block, context).OuterHtml)), shown.Count < all.Count, string.IsNullOrEmpty(label) ? null : label);
    }

    private static List<IElement> FirstBlocks(List<IElement> all)
    {
        var words = 0;
        var shown = all.TakeWhile(block =>
        {
            var before = words;
            // The caption of a picture or a film that stands first is no beginning yet.
            words += block.LocalName == "figure" ? 0 : PlainText.Words(block.TextContent).Length;
            return before == 0 || (before < Words && words <= Words * 2);
        }).ToList();
        while (shown.Count > 1 && shown.Count < all.Count && Headings.Contains(shown[^1].LocalName))
        {
            shown.RemoveAt(shown.Count - 1);
        }

        return shown;
    }

    /// <summary>Several teasers stand on one page, below their titles: no ids, headings one deeper, notes lead to the post.</summary>
    private static IElement ForList(IElement block, RenderContext context)
    {
        var frame = block.Owner!.CreateElement("div");
        frame.Append(block.Clone());
        foreach (var anchor in frame.QuerySelectorAll("a.anchor").ToList())
        {
            anchor.Remove();
        }

        foreach (var element in frame.QuerySelectorAll("[id]"))
        {
            element.RemoveAttribute("id");
        }

        foreach (var link in frame.QuerySelectorAll("a[href^='#']"))
        {
            link.SetAttribute("href", context.Address + link.GetAttribute("href"));
        }

        foreach (var image in frame.QuerySelectorAll("img"))
        {
            image.SetAttribute("loading", "lazy");
        }

        foreach (var heading in frame.QuerySelectorAll("h2, h3, h4, h5").Reverse().ToList())
        {
            Rendering.Headings.Rename(heading, Headings[Array.IndexOf(Headings, heading.LocalName) + 1]);
        }

        return frame.FirstElementChild!;
    }
}
