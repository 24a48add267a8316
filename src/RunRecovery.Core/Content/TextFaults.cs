using System.Text.RegularExpressions;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Content;

/// <summary>What readers would stumble over in a text, wherever it is checked: pictures without words, headings out of order, links that say nothing, lost notes.</summary>
internal static partial class TextFaults
{
    private static readonly HashSet<string> SayNothing = new(StringComparer.OrdinalIgnoreCase) { "here", "click here", "link", "this", "this link", "more", "read more" };

    public static IEnumerable<TextFault> Of(string markdown, RenderedText rendered) =>
        [.. Pictures(rendered), .. Headings(rendered), .. LinkTexts(rendered), .. Notes(markdown, rendered)];

    public static IEnumerable<TextFault> Pictures(RenderedText rendered)
    {
        foreach (var image in rendered.Images)
        {
            if (string.IsNullOrWhiteSpace(image.Alt))
            {
                yield return new(image.Line, $"the picture '{image.Source}' has no alternative text.");
            }

            if (!image.Resolved)
            {
                yield return new(image.Line, $"there is no file for the picture '{image.Source}'.");
            }
        }
    }

    /// <summary>The page's title is its one heading of level 1, so texts begin with level 2.</summary>
    public static IEnumerable<TextFault> Headings(RenderedText rendered)
    {
        var level = 1;
        foreach (var heading in rendered.Headings)
        {
            if (heading.Level == 1)
            {
                yield return new(heading.Line, $"the heading '{heading.Text}' is of level 1, which is the title's; wanted ##.");
            }
            else if (heading.Level > level + 1)
            {
                yield return new(heading.Line, $"the heading '{heading.Text}' skips a level; wanted {new string('#', level + 1)}.");
            }

            level = heading.Level;
        }
    }

    /// <summary>Whoever hears only the links of a page must know where each leads.</summary>
    private static IEnumerable<TextFault> LinkTexts(RenderedText rendered) => rendered.Links
        .Where(link => SayNothing.Contains(link.Text.Trim()))
        .Select(link => new TextFault(link.Line, $"the link '{link.Text.Trim()}' does not say where it leads; wanted words that do."));

    /// <summary>What would look like a source in the text and be none on the page.</summary>
    private static IEnumerable<TextFault> Notes(string markdown, RenderedText rendered)
    {
        var shown = rendered.Notes.Select(note => note.Line).ToHashSet();
        foreach (var line in MarkdownLines.OutsideCode(markdown).Where(line => !shown.Contains(line.Number)))
        {
            if (WrittenNote.Match(line.Text) is { Success: true } note)
            {
                yield return new(line.Number, $"the note '{note.Groups["label"]}' is not shown; wanted a [^{note.Groups["label"]}] in the text, and each note only once.");
            }
        }

        foreach (var note in rendered.MissingNotes)
        {
            yield return new(note.Line, $"the note '{note.Label}' is missing; wanted a line that begins with [^{note.Label}]:");
        }
    }

    [GeneratedRegex(@"^ {0,3}\[\^(?<label>[^\]]+)\]:")]
    private static partial Regex WrittenNote { get; }
}

/// <param name="Line">In the Markdown, from 1.</param>
internal sealed record TextFault(int Line, string Reason);
