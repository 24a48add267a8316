using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>A wide table scrolls by itself, also with the keyboard. Task lists show their marks as text.</summary>
internal static class Tables
{
    public static void Finish(IElement body)
    {
        foreach (var table in body.QuerySelectorAll("table").ToList())
        {
            var frame = body.Owner!.CreateElement("div");
            frame.ClassName = "table";
            frame.SetAttribute("role", "region");
            frame.SetAttribute("aria-label", table.QuerySelector("caption")?.TextContent.Trim() is { Length: > 0 } name ? name : "Table");
            frame.SetAttribute("tabindex", "0");
            table.Replace(frame);
            frame.Append(table);
        }

        foreach (var box in body.QuerySelectorAll("input").ToList())
        {
            box.Replace(body.Owner!.CreateTextNode(box.HasAttribute("checked") ? "☑" : "☐"));
        }
    }
}
