using System.Text.RegularExpressions;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Content;

/// <summary>What readers would stumble over in one text, though it could be imported.</summary>
internal sealed partial class TextCheck(MarkdownRenderer renderer, SiteMap site, KnownSources? sources)
{
    public IEnumerable<ContentProblem> ProblemsOf(ReadText text)
    {
        var rendered = renderer.Render(text.Valid.Fields.Markdown, new RenderContext
        {
            Address = SiteMap.AddressOf(text),
            Folder = text.Path.Folder,
            FindText = site.FindText,
            FindMedia = site.FindMedia,
        });

        return [.. Header(text), .. Links(text, rendered), .. Pictures(text, rendered), .. Headings(text, rendered), .. Notes(text, rendered), .. Sources(text), .. Tip(text)];
    }

    private IEnumerable<ContentProblem> Header(ReadText text)
    {
        var (image, video) = (text.Valid.Fields.Image, text.Valid.Fields.Video);
        if (image is not null && string.IsNullOrWhiteSpace(image.Alt))
        {
            yield return text.Problem("image", "has no alternative text; wanted alt: with what the picture shows.");
        }

        foreach (var (key, address) in new[] { ("image", image?.Src), ("video", video?.Url), ("video", video?.Poster), ("video", video?.Captions), ("video", video?.Transcript) })
        {
            if (address is not null && IsMissingMedia(text, address))
            {
                yield return text.Problem(key, $"there is no file for '{address}'.");
            }
        }
    }

    private IEnumerable<ContentProblem> Links(ReadText text, RenderedText rendered) => rendered.Links
        .Where(link => !link.Resolved || IsMissingMedia(text, link.Target) || (link.Target is ['/', not '/', ..] && !LeadsToMedia(text, link.Target) && !site.Answers(link.Target)))
        .Select(link => text.Problem(link.Line, $"the link to '{link.Target}' leads nowhere."));

    private static IEnumerable<ContentProblem> Pictures(ReadText text, RenderedText rendered)
    {
        foreach (var image in rendered.Images)
        {
            if (string.IsNullOrWhiteSpace(image.Alt))
            {
                yield return text.Problem(image.Line, $"the picture '{image.Source}' has no alternative text.");
            }

            if (!image.Resolved)
            {
                yield return text.Problem(image.Line, $"there is no file for the picture '{image.Source}'.");
            }
        }
    }

    /// <summary>The page's title is its one heading of level 1, so texts begin with level 2.</summary>
    private static IEnumerable<ContentProblem> Headings(ReadText text, RenderedText rendered)
    {
        var level = 1;
        foreach (var heading in rendered.Headings)
        {
            if (heading.Level == 1)
            {
                yield return text.Problem(heading.Line, $"the heading '{heading.Text}' is of level 1, which is the title's; wanted ##.");
            }
            else if (heading.Level > level + 1)
            {
                yield return text.Problem(heading.Line, $"the heading '{heading.Text}' skips a level; wanted {new string('#', level + 1)}.");
            }

            level = heading.Level;
        }
    }

    /// <summary>What would look like a source in the file and be none on the page.</summary>
    private static IEnumerable<ContentProblem> Notes(ReadText text, RenderedText rendered)
    {
        var shown = rendered.Notes.Select(note => note.Line).ToHashSet();
        foreach (var line in MarkdownLines.OutsideCode(text.Valid.Fields.Markdown).Where(line => !shown.Contains(line.Number)))
        {
            if (WrittenNote.Match(line.Text) is { Success: true } note)
            {
                yield return text.Problem(line.Number, $"the note '{note.Groups["label"]}' is not shown; wanted a [^{note.Groups["label"]}] in the text, and each note only once.");
            }
        }

        foreach (var note in rendered.MissingNotes)
        {
            yield return text.Problem(note.Line, $"the note '{note.Label}' is missing; wanted a line that begins with [^{note.Label}]:");
        }
    }

    private IEnumerable<ContentProblem> Sources(ReadText text)
    {
        if (sources is null)
        {
            yield break;
        }

        foreach (var id in text.Valid.Fields.Sources)
        {
            if (sources.ProblemOf(id) is { } problem)
            {
                yield return text.Problem("sources", problem);
            }
        }

        var labels = MarkdownLines.OutsideCode(text.Valid.Fields.Markdown)
            .SelectMany(line => Footnote.Matches(line.Text), (line, label) => (line.Number, Id: label.Groups["label"].Value))
            .DistinctBy(label => label.Id);
        foreach (var (line, id) in labels)
        {
            if (sources.IsMeantAsSource(id) && sources.ProblemOf(id) is { } problem)
            {
                yield return text.Problem(line, problem);
            }
        }
    }

    private static IEnumerable<ContentProblem> Tip(ReadText text)
    {
        var tip = text.Valid.Fields;
        foreach (var (key, isMissing) in new[] { ("phase", tip.Phase is null), ("grade", tip.Grade is null), ("sources", tip.Sources.Count == 0) })
        {
            if (tip.Kind == PostKind.Tip && isMissing)
            {
                yield return text.Problem(key, "is missing; each tip says it.");
            }
        }
    }

    private bool IsMissingMedia(ReadText text, string address) =>
        LeadsToMedia(text, address) && MediaReference.Find(text.Path.Folder, address, out _) is { } path && site.FindMedia(path) is null;

    /// <summary>Addresses below /media/, and files beside a text; a name without an ending is none.</summary>
    private static bool LeadsToMedia(ReadText text, string address) =>
        MediaReference.Find(text.Path.Folder, address, out _) is { Length: > 0 } path
        && (address.StartsWith(MediaAddress.Root, StringComparison.Ordinal) || Path.GetExtension(path) is { Length: > 0 } and not ".md" and not ".markdown");

    [GeneratedRegex(@"^ {0,3}\[\^(?<label>[^\]]+)\]:")]
    private static partial Regex WrittenNote { get; }

    [GeneratedRegex(@"\[\^(?<label>[^\]\s]+)\]")]
    private static partial Regex Footnote { get; }
}
