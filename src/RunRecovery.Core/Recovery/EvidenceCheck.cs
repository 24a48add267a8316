using System.Text.RegularExpressions;
using static System.FormattableString;

namespace RunRecovery.Core.Recovery;

/// <summary>What a file of evidence must be, so that each row has a page and each source can be looked up.</summary>
internal static partial class EvidenceCheck
{
    private const int KnownVersion = 1;

    /// <summary>What is wrong, with the key and what is wanted; null when nothing is.</summary>
    public static string? ProblemOf(EvidenceData data) => All(data).FirstOrDefault();

    private static IEnumerable<string> All(EvidenceData data)
    {
        var sources = data.Sources.Select(source => source.Id).ToHashSet();
        return [.. Head(data), .. Ids(data), .. data.Evidence.SelectMany(row => Row(row, sources)), .. data.Sources.SelectMany(Source)];
    }

    private static IEnumerable<string> Head(EvidenceData data)
    {
        if (data.Version != KnownVersion)
        {
            yield return Invariant($"version: {data.Version}; wanted {KnownVersion}.");
        }

        if (!data.Grades.SequenceEqual(EvidenceGrades.All))
        {
            yield return $"grades: {string.Join(", ", data.Grades)}; wanted {string.Join(", ", EvidenceGrades.All)}.";
        }
    }

    /// <summary>A text cites either kind by its id alone.</summary>
    private static IEnumerable<string> Ids(EvidenceData data)
    {
        var taken = new HashSet<string>();
        foreach (var (key, id) in data.Evidence.Select(row => ("evidence", row.Id)).Concat(data.Sources.Select(source => ("sources", source.Id))))
        {
            if (!Id.IsMatch(id))
            {
                yield return $"{key}: the id '{id}'; wanted up to 40 lower-case letters, digits and single hyphens, because it stands in an address.";
            }

            if (!taken.Add(id))
            {
                yield return $"{key}: the id '{id}' is there twice; wanted each id once, of evidence and sources together.";
            }
        }
    }

    private static IEnumerable<string> Row(Evidence row, HashSet<string> sources)
    {
        var texts = new[] { ("name", row.Name), ("in_short", row.InShort), ("claim", row.Claim), ("evidence", row.Says), ("effect", row.Effect), ("dose", row.Dose), ("cautions", row.Cautions) };
        foreach (var (key, _) in texts.Where(text => string.IsNullOrWhiteSpace(text.Item2)))
        {
            yield return $"evidence '{row.Id}': {key} is empty; wanted a sentence.";
        }

        if (!EvidenceGrades.All.Contains(row.Grade))
        {
            yield return $"evidence '{row.Id}': evidence_grade is '{row.Grade}'; wanted {string.Join(", ", EvidenceGrades.All)}.";
        }

        if (row.FromHours >= row.ToHours)
        {
            yield return Invariant($"evidence '{row.Id}': from {row.FromHours} to {row.ToHours} hours; wanted applies_from_hours below applies_to_hours.");
        }

        if (row.Phases.Count == 0 || row.Phases.FirstOrDefault(phase => RecoveryPhases.All.All(known => known.Id != phase)) is not null)
        {
            yield return $"evidence '{row.Id}': phases are '{string.Join(", ", row.Phases)}'; wanted one or more of {string.Join(", ", RecoveryPhases.All.Select(phase => phase.Id))}.";
        }

        if (row.SourceIds.Count == 0)
        {
            yield return $"evidence '{row.Id}': source_ids is empty; wanted the ids of its sources.";
        }

        foreach (var id in row.SourceIds.Where(id => !sources.Contains(id)))
        {
            yield return $"evidence '{row.Id}': source_ids has '{id}'; wanted ids of sources in this file.";
        }
    }

    private static IEnumerable<string> Source(Source source)
    {
        if (string.IsNullOrWhiteSpace(source.Title))
        {
            yield return $"source '{source.Id}': title is empty; wanted what it is called.";
        }

        if (!Recovery.Source.WaysToCheck.Contains(source.Verified))
        {
            yield return $"source '{source.Id}': verified is '{source.Verified}'; wanted one of: {string.Join("; ", Recovery.Source.WaysToCheck)}.";
        }

        if (source.IsOnlyRemembered)
        {
            yield return $"source '{source.Id}': verified is '{source.Verified}' and its content is from memory; wanted '{Recovery.Source.FromMemory}'.";
        }

        if (source.Link is { } link && !(source.IsDoi ? Doi.IsMatch(source.DoiOrUrl) : Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            yield return $"source '{source.Id}': doi_or_url is '{source.DoiOrUrl}'; wanted a DOI such as 10.1000/182, an address that begins with https://, or nothing.";
        }
    }

    [GeneratedRegex("^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"^10\.[0-9]{4,9}/\S+$")]
    private static partial Regex Doi { get; }
}
