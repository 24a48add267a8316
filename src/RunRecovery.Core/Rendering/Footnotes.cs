using AngleSharp.Dom;

namespace RunRecovery.Core.Rendering;

/// <summary>The notes at the end: a section with a name, and ways back that a screen reader can tell.</summary>
internal static class Footnotes
{
    public const string Class = "footnotes";

    public static void Finish(IElement body)
    {
        if (body.Children.LastOrDefault(e => e.ClassList.Contains(Class)) is not { } notes)
        {
            return;
        }

        // Side by side, notes 1 and 2 would read as 12.
        foreach (var reference in body.QuerySelectorAll("a.footnote-ref").Where(r => r.NextSibling is IElement next && next.ClassList.Contains("footnote-ref")).ToList())
        {
            reference.After(body.Owner!.CreateTextNode(" "));
        }

        var section = body.Owner!.CreateElement("section");
        section.ClassName = Class;
        section.SetAttribute("aria-label", "Sources and notes");
        section.Append([.. notes.Children.Where(c => c.LocalName != "hr")]);
        notes.Replace(section);
        foreach (var back in section.QuerySelectorAll("a.footnote-back-ref"))
        {
            back.SetAttribute("aria-label", "Back to the text");
        }
    }
}
