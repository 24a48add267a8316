using System.Text.RegularExpressions;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Content;

/// <summary>What readers would stumble over in one text, though it could be imported.</summary>
internal sealed partial class TextCheck(MarkdownRenderer renderer, SiteMap site, EvidenceLibrary? evidence)
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

        return [.. Header(text), .. Links(text, rendered), .. TextFaults.Of(text.Valid.Fields.Markdown, rendered).Select(fault => text.Problem(fault.Line, fault.Reason)), .. Sources(text), .. Tip(text)];
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

    private IEnumerable<ContentProblem> Sources(ReadText text)
    {
        if (evidence is null)
        {
            yield break;
        }

        foreach (var id in text.Valid.Fields.Sources)
        {
            if (evidence.ProblemOf(id) is { } problem)
            {
                yield return text.Problem("sources", problem);
            }
        }

        var labels = MarkdownLines.OutsideCode(text.Valid.Fields.Markdown)
            .SelectMany(line => Footnote.Matches(line.Text), (line, label) => (line.Number, Id: label.Groups["label"].Value))
            .DistinctBy(label => label.Id);
        foreach (var (line, id) in labels)
        {
            if (evidence.IsMeantAsSource(id) && evidence.ProblemOf(id) is { } problem)
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

    [GeneratedRegex(@"\[\^(?<label>[^\]\s]+)\]")]
    private static partial Regex Footnote { get; }
}
