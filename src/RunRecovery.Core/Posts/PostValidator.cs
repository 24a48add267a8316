using System.Text;
using System.Text.RegularExpressions;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>Judges what an author set: the one door to <see cref="ValidPost"/>. Each problem says what is wrong and what is allowed.</summary>
public sealed partial class PostValidator(MarkdownRenderer renderer)
{
    /// <summary>Times outside are typing mistakes, and feeds could not express them all.</summary>
    public static readonly DateTime EarliestDate = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly DateTime LatestDate = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Null when there are problems.</summary>
    public ValidPost? Validate(PostFields fields, out IReadOnlyList<string> problems)
    {
        fields = fields.Tidy();
        List<string> found = [.. ProblemsOf(fields)];
        problems = found;
        if (found.Count > 0)
        {
            return null;
        }

        try
        {
            var text = renderer.Render(fields.Markdown, RenderContext.Alone with { Summary = fields.Summary });
            return new ValidPost(fields, text);
        }
        catch (RenderRefusedException refusal)
        {
            found.Add(refusal.Message);
            return null;
        }
    }

    private static IEnumerable<string> ProblemsOf(PostFields fields)
    {
        if (string.IsNullOrWhiteSpace(fields.Title) || fields.Title.Length > PostFields.MaxTitleLength)
        {
            yield return $"title: wanted 1 to {PostFields.MaxTitleLength} characters, found {fields.Title.Trim().Length}.";
        }

        if (!Slug.IsValid(fields.Slug))
        {
            yield return $"slug: '{fields.Slug}' is not allowed; wanted {Slug.Allowed}{Suggestion(fields.Slug)}.";
        }
        else if (fields.Kind == PostKind.Page && ProgramAddresses.IsReserved(fields.Slug))
        {
            yield return $"slug: '{fields.Slug}' is reserved for the program; choose another one for this page.";
        }

        if (Encoding.UTF8.GetByteCount(fields.Markdown) > PostFields.MaxMarkdownBytes)
        {
            yield return FormattableString.Invariant($"text: at most {PostFields.MaxMarkdownBytes:N0} bytes are allowed.");
        }

        foreach (var (name, time) in new[] { ("date", fields.Date), ("lastmod", fields.UpdatedAt), ("expiryDate", fields.ExpiresAt) })
        {
            if (time < EarliestDate || time > LatestDate)
            {
                yield return $"{name}: {time:yyyy-MM-dd} is out of range; wanted {EarliestDate:yyyy-MM-dd} to {LatestDate:yyyy-MM-dd}.";
            }
        }

        foreach (var problem in fields.Categories.Concat(fields.Tags).Concat(fields.Series is { } series ? [series] : []).Select(Term.ProblemOf).OfType<string>())
        {
            yield return problem;
        }

        if (fields.FeedId is { } id && (id.Length > PostFields.MaxFeedIdLength || id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c >= '\ufdd0')))
        {
            yield return $"id: wanted at most {PostFields.MaxFeedIdLength} characters without spaces or control characters.";
        }

        foreach (var (name, address) in new[] { ("image", fields.Image?.Src), ("video", fields.Video?.Url) })
        {
            if (address is "")
            {
                yield return $"{name}: it is described and has no address; wanted one such as /media/start.jpg.";
            }
        }

        if (fields.Language is { } language && !LanguageTag.IsMatch(language))
        {
            yield return $"lang: '{language}' is no language tag; wanted one such as en or de-CH.";
        }

        foreach (var alias in fields.Aliases)
        {
            if (alias is not ['/', not '/', ..] || alias.Length > 500 || alias.Any(char.IsControl))
            {
                yield return $"aliases: '{alias}' is not an address; wanted '/' and at most 500 characters.";
            }
        }

        if (fields.Grade is { } grade && !EvidenceGrades.All.Contains(grade))
        {
            yield return $"grade: '{grade}' is unknown; wanted one of {string.Join(", ", EvidenceGrades.All)}.";
        }

        if (fields.Phase is { } phase && RecoveryPhases.All.All(p => p.Id != phase))
        {
            yield return $"phase: '{phase}' is unknown; wanted one of {string.Join(", ", RecoveryPhases.All.Select(p => p.Id))}.";
        }
    }

    [GeneratedRegex(PostFields.LanguageTag)]
    private static partial Regex LanguageTag { get; }

    private static string Suggestion(string slug) => Slug.From(slug) is { Length: > 0 } better ? $", for example '{better}'" : "";
}
