using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>Links between files become links between pages; one that leads nowhere becomes its words.</summary>
internal static class Hyperlinks
{
    public static void Finish(IElement body, Surroundings surroundings)
    {
        foreach (var link in body.QuerySelectorAll("a[href]").ToList())
        {
            if (surroundings.Link(link.GetAttribute("href")!) is { } address)
            {
                link.SetAttribute("href", address);
            }
            else
            {
                link.Replace([.. link.ChildNodes]);
            }
        }
    }
}
