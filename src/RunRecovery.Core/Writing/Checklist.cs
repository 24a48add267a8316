using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Writing;

/// <summary>What an author looks at once more before readers do. Only what would break stops; everything else is said and left to them.</summary>
public sealed partial class Checklist(BlogContext db, TaxonomyService taxonomy, PostValidator validator, RecoveryLibrary recovery, TimeProvider clock)
{
    /// <summary>Characters that search engines and previews show.</summary>
    private const int LongTitle = 70;
    private const int LongDescription = 160;

    /// <summary>Words from which on a text wants a divider of its author's choice.</summary>
    private const int LongText = 200;

    /// <param name="fields">As they would be published; see <see cref="Publishing.Complete"/>.</param>
    /// <param name="text">Null: it cannot be rendered.</param>
    public async Task<IReadOnlyList<CheckItem>> CheckAsync(OpenText open, PostFields fields, RenderedText? text, CancellationToken cancel = default)
    {
        validator.Validate(fields, out var problems);
        List<CheckItem> items =
        [
            .. problems.Select(problem => new CheckItem(CheckLevel.Stop, "To be mended", problem)),
            .. Title(open),
            .. await AddressAsync(open, fields, cancel),
            .. Description(fields, text),
            .. Topics(fields),
            .. await PictureAsync(fields, text, cancel),
            .. Tip(fields),
        ];
        if (text is not null)
        {
            items.AddRange(Teaser(fields, text));
            items.AddRange(TextFaults.Of(fields.Markdown, text).Select(fault => new CheckItem(CheckLevel.Warning, "Accessibility", fault.Reason, fault.Line)));
            items.AddRange(await LinksAsync(text, cancel));
            items.AddRange(Claims(fields));
        }

        items.AddRange(Sources(fields));
        if (open.IsBehind)
        {
            items.Add(new(CheckLevel.Stop, "Another version", "What readers see was changed since you began, in the same places. Compare both and decide first."));
        }
        else if (open.Beside.Any())
        {
            items.Add(new(CheckLevel.Warning, "Another version", "A version from another window waits beside this one; compare them before it is forgotten."));
        }

        return items;
    }

    private static IEnumerable<CheckItem> Title(OpenText open)
    {
        var title = open.Fields.Title.Trim();
        if (title.Length == 0)
        {
            yield return new(CheckLevel.Stop, "Title", "The post has no title yet.");
        }
        else if (title.Length > LongTitle)
        {
            yield return new(CheckLevel.Warning, "Title", $"{title.Length} characters; search engines cut after about {LongTitle}.");
        }
        else
        {
            yield return new(CheckLevel.Fine, "Title", title);
        }
    }

    private async Task<IEnumerable<CheckItem>> AddressAsync(OpenText open, PostFields fields, CancellationToken cancel)
    {
        var path = PostAddress.Of(fields.Kind, fields.Slug);
        var isChosen = open.Fields.Slug.Length > 0;
        var isTaken = await db.Posts.AnyAsync(p => p.Kind == fields.Kind && p.Slug == fields.Slug && p.Id != open.Post.Id, cancel)
            || await db.PublishedAddresses.AnyAsync(a => a.Path == path && a.PostId != open.Post.Id, cancel);
        if (isTaken)
        {
            return [isChosen
                ? new(CheckLevel.Stop, "Address", $"{path} is, or once was, that of another post; choose another one.")
                : new(CheckLevel.Fine, "Address", $"{path} is taken, so a number is added.")];
        }

        var isMoved = open.Post.PublishedAt is not null && open.Post.Path != path;
        return [new(CheckLevel.Fine, "Address", isMoved ? $"{path}. The old address, {open.Post.Path}, leads here for ever." : path)];
    }

    private static IEnumerable<CheckItem> Description(PostFields fields, RenderedText? text)
    {
        if (fields.Description is not { Length: > 0 } description)
        {
            yield return new(CheckLevel.Warning, "Description", $"There is none; search engines and previews will show the beginning of the text: “{fields.Summary ?? text?.Excerpt}”");
        }
        else if (description.Length > LongDescription)
        {
            yield return new(CheckLevel.Warning, "Description", $"{description.Length} characters; search engines cut after about {LongDescription}.");
        }
        else
        {
            yield return new(CheckLevel.Fine, "Description", description);
        }
    }

    private static IEnumerable<CheckItem> Teaser(PostFields fields, RenderedText text)
    {
        var isChosen = fields.Summary is not null || MoreLine.IsMatch(fields.Markdown);
        if (fields.Kind == PostKind.Post && !isChosen && text.WordCount > LongText)
        {
            yield return new(CheckLevel.Warning, "Teaser", "Nothing says where lists cut the text, so they show its first paragraphs. A line <!--more--> decides it.");
        }
    }

    private static IEnumerable<CheckItem> Topics(PostFields fields)
    {
        if (fields.Kind != PostKind.Post)
        {
            yield break;
        }

        yield return fields.Categories.Count == 0
            ? new(CheckLevel.Warning, "Category", "None: the post is in no category's list or feed.")
            : new(CheckLevel.Fine, "Category", string.Join(", ", fields.Categories));
        yield return fields.Tags.Count == 0
            ? new(CheckLevel.Warning, "Tags", "None: nobody finds the post by topic.")
            : new(CheckLevel.Fine, "Tags", string.Join(", ", fields.Tags));
    }

    private async Task<IEnumerable<CheckItem>> PictureAsync(PostFields fields, RenderedText? text, CancellationToken cancel)
    {
        if (fields.Image is not { } image)
        {
            return fields.Kind != PostKind.Post
                ? []
                : [new(CheckLevel.Warning, "Picture", text?.Images.Count > 0 ? "None is named as that of the post; previews show the blog's own." : "There is none; previews show the blog's own.")];
        }

        if (image.Src.StartsWith(MediaAddress.Root, StringComparison.Ordinal) && !await AnswersAsync(image.Src, cancel))
        {
            return [new(CheckLevel.Warning, "Picture", $"There is no file at {image.Src}.")];
        }

        return [string.IsNullOrWhiteSpace(image.Alt)
            ? new(CheckLevel.Warning, "Picture", "It has no alternative text; say what it shows.")
            : new(CheckLevel.Fine, "Picture", image.Alt)];
    }

    private static IEnumerable<CheckItem> Tip(PostFields fields) => fields.Kind != PostKind.Tip ? [] : new[]
        {
            (Name: "phase", IsMissing: fields.Phase is null),
            (Name: "grade of evidence", IsMissing: fields.Grade is null),
            (Name: "source", IsMissing: fields.Sources.Count == 0),
        }
        .Where(field => field.IsMissing)
        .Select(field => new CheckItem(CheckLevel.Warning, "Quick tip", $"Its {field.Name} is missing; each tip says it."));

    private async Task<IEnumerable<CheckItem>> LinksAsync(RenderedText text, CancellationToken cancel)
    {
        List<CheckItem> found = [];
        var answers = new Dictionary<string, bool>();
        foreach (var link in text.Links)
        {
            if (link.Resolved && link.Target is ['/', not '/', ..] && !answers.ContainsKey(link.Target))
            {
                answers[link.Target] = await AnswersAsync(link.Target, cancel);
            }

            if (!link.Resolved || !answers.GetValueOrDefault(link.Target, true))
            {
                found.Add(new(CheckLevel.Warning, "Links", $"the link to '{link.Target}' leads nowhere.", link.Line));
            }
        }

        return found;
    }

    /// <summary>Whether readers find something at an address of ours.</summary>
    private async Task<bool> AnswersAsync(string target, CancellationToken cancel)
    {
        var path = PostAddress.SpellWritten(target.Split('?', '#')[0]);
        if (ProgramAddresses.Always.Contains(path) || path.StartsWith(ProgramAddresses.Archive, StringComparison.Ordinal))
        {
            return true;
        }

        if (path.StartsWith(MediaAddress.Root, StringComparison.Ordinal))
        {
            var file = path[MediaAddress.Root.Length..];
            return await db.MediaItems.AnyAsync(m => m.Path == file, cancel);
        }

        var post = PostAddress.IsOfMarkdown(path) ? path[..^PostAddress.MarkdownEnding.Length] : path;
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.PublishedAddresses.Where(a => a.Path == post && a.Since <= now).Select(a => a.Post!).Published(now).AnyAsync(cancel)
            || await IsTermAsync(path, cancel);
    }

    private async Task<bool> IsTermAsync(string path, CancellationToken cancel)
    {
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            if (path.StartsWith(ProgramAddresses.Of(kind, ""), StringComparison.Ordinal))
            {
                return await taxonomy.FindBySlugAsync(kind, path[ProgramAddresses.Of(kind, "").Length..].Split('/')[0], cancel) is TermLookup.Found or TermLookup.Moved;
            }
        }

        return false;
    }

    private IEnumerable<CheckItem> Sources(PostFields fields) =>
        fields.Sources.Select(id => recovery.Evidence?.ProblemOf(id)).OfType<string>().Select(problem => new CheckItem(CheckLevel.Warning, "Sources", problem));

    /// <summary>Sentences that speak of studies and effects want a note or a link beside them.</summary>
    private static IEnumerable<CheckItem> Claims(PostFields fields)
    {
        // A tip shows its sources beside its few sentences.
        if (fields.Kind != PostKind.Tip || fields.Sources.Count == 0)
        {
            foreach (var line in Paragraphs(fields.Markdown).Where(lines => !lines.Exists(line => Backed.IsMatch(line.Text))).SelectMany(lines => lines))
            {
                if (Claim.Match(line.Text) is { Success: true } claim)
                {
                    yield return new(CheckLevel.Warning, "Health claims", $"“{claim.Value}”: this sounds like a claim about health, and neither a note nor a link in its paragraph says where it comes from.", line.Number);
                }
            }
        }

        if (fields.Kind != PostKind.Page && fields.Sources.Count == 0 && Claim.IsMatch(fields.Markdown))
        {
            yield return new(CheckLevel.Warning, "Health claims", "The post names no sources.");
        }
    }

    /// <summary>Lines that stand together; each item of a list and each row of a table by itself.</summary>
    private static List<List<MarkdownLines.MarkdownLine>> Paragraphs(string markdown)
    {
        List<List<MarkdownLines.MarkdownLine>> paragraphs = [];
        var last = new MarkdownLines.MarkdownLine(-1, 0, "");
        foreach (var line in MarkdownLines.OutsideCode(markdown))
        {
            if (last.Number != line.Number - 1 || string.IsNullOrWhiteSpace(last.Text) || BeginsBlock.IsMatch(line.Text))
            {
                paragraphs.Add([]);
            }

            paragraphs[^1].Add(line);
            last = line;
        }

        return paragraphs;
    }

    [GeneratedRegex(@"\b(stud(y|ies)|trials?|research|evidence|meta-analys[ei]s|proven|scientists?|reduces?|prevents?|speeds? up|cures?|heals?|lowers?|boosts?|improves?)\b|\b\d+([.,]\d+)?\s?(%|percent)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Claim { get; }

    [GeneratedRegex(@"\[\^[^\]]+\]|\][\[(]|\[\[|https?://", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Backed { get; }

    [GeneratedRegex(@"^\s*(#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeginsBlock { get; }

    [GeneratedRegex(@"^[ \t]*<!--\s*more\b", RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MoreLine { get; }
}

/// <param name="Line">In the Markdown, from 1; null: it is about no single line.</param>
public sealed record CheckItem(CheckLevel Level, string Topic, string Text, int? Line = null);

public enum CheckLevel
{
    Fine,
    Warning,

    /// <summary>Published so, something would break.</summary>
    Stop,
}
