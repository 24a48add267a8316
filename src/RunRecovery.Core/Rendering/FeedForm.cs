using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>What feed readers keep: absolute addresses, no classes, alerts as quotes.</summary>
internal static class FeedForm
{
    private static readonly string[] Addresses = ["href", "src", "poster", "cite"];
    private static readonly string[] OnlyForPages = ["class", "tabindex", "role", "aria-label", "loading", "decoding"];

    public static void Finish(IElement body, Uri page)
    {
        foreach (var alert in body.QuerySelectorAll(".markdown-alert").ToList())
        {
            var title = alert.QuerySelector(".markdown-alert-title");
            var label = body.Owner!.CreateElement("strong");
            label.TextContent = title?.TextContent.Trim() ?? "";
            title?.Replace(label);
            Headings.Rename(alert, "blockquote");
        }

        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var name in Addresses)
            {
                if (element.GetAttribute(name) is { } written && Uri.TryCreate(page, written, out var absolute))
                {
                    element.SetAttribute(name, absolute.AbsoluteUri);
                }
            }

            foreach (var name in OnlyForPages)
            {
                element.RemoveAttribute(name);
            }
        }

        foreach (var divider in body.QuerySelectorAll(HtmlHygiene.Divider).ToList())
        {
            divider.Remove();
        }
    }
}
