using AngleSharp.Dom;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Rendering;

/// <summary>Gives headings ids that links can lead to, and makes room for the page's own title.</summary>
internal static class Headings
{
    private static readonly string[] All = ["h1", "h2", "h3", "h4", "h5", "h6"];

    /// <summary>Ids that the pages around the text use.</summary>
    private static readonly string[] Reserved = ["content", "series-title", "tips-strip", "by-phase", "by-grade"];

    public static void Finish(IElement body, bool withAnchors)
    {
        PrefixOthersIds(body);
        var headings = body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList();
        var shift = headings.Any(h => h.LocalName == "h1") ? 1 : 0;
        var used = new Dictionary<string, int>(Reserved.Select(id => KeyValuePair.Create(id, 1)));
        foreach (var heading in headings)
        {
            var finished = shift == 0 ? heading : Rename(heading, All[Math.Min(5, Array.IndexOf(All, heading.LocalName) + shift)]);
            finished.Id = Unused(Slug.From(finished.TextContent) is { Length: > 0 } slug ? slug : "section", used);
            if (withAnchors)
            {
                AddAnchor(finished);
            }
        }
    }

    public static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes)
        {
            renamed.SetAttribute(attribute.Name, attribute.Value);
        }

        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
        return renamed;
    }

    /// <summary>An author's own ids must not take the place of the page's.</summary>
    private static void PrefixOthersIds(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("[id]").Where(e => e.Id!.AsSpan().IndexOf("fn") != 0 || !e.Id!.Contains(':', StringComparison.Ordinal)))
        {
            element.Id = $"text-{Slug.From(element.Id!)}";
        }
    }

    private static string Unused(string slug, Dictionary<string, int> used)
    {
        while (used.TryGetValue(slug, out var count))
        {
            used[slug] = count + 1;
            slug = $"{slug}-{count + 1}";
        }

        used[slug] = 1;
        return slug;
    }

    private static void AddAnchor(IElement heading)
    {
        var anchor = heading.Owner!.CreateElement("a");
        anchor.ClassName = "anchor";
        anchor.SetAttribute("href", $"#{heading.Id}");
        anchor.SetAttribute("aria-label", $"Link to this section: {heading.TextContent.Trim()}");
        anchor.TextContent = "#";
        heading.Append(anchor);
    }
}
