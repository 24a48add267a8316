namespace RunRecovery.Core.Recovery;

/// <summary>The warning signs of <c>recovery/warnings.json</c>, in its order.</summary>
public sealed class WarningSigns
{
    public const string Path = $"{RecoveryFile.Folder}/warnings.json";

    private WarningSigns(IReadOnlyList<WarningSign> all) => All = all;

    public IReadOnlyList<WarningSign> All { get; }

    public IReadOnlyList<WarningSign> InPhase(string phaseId) => [.. All.Where(sign => sign.IsIn(phaseId))];

    /// <summary>Those with these ids, in the order of the file; one that the file does not know is left out.</summary>
    public IReadOnlyList<WarningSign> Of(IReadOnlyCollection<string> ids) => [.. All.Where(sign => ids.Contains(sign.Id))];

    /// <returns>Null: there is no such file.</returns>
    /// <exception cref="RecoveryFileException">It is broken.</exception>
    public static WarningSigns? Read(string contentFolder) =>
        RecoveryFile.Read(contentFolder, Path, RecoveryJson.Default.IReadOnlyListWarningSign) switch
        {
            null => null,
            var signs when ProblemsOf(signs).FirstOrDefault() is { } problem => throw new RecoveryFileException(Path, problem),
            var signs => new WarningSigns(signs),
        };

    private static IEnumerable<string> ProblemsOf(IReadOnlyList<WarningSign> signs)
    {
        if (signs.Any(sign => sign is null))
        {
            yield return "null; wanted cards only.";
            yield break;
        }

        foreach (var twice in signs.GroupBy(sign => sign.Id).Where(same => same.Count() > 1))
        {
            yield return $"the id '{twice.Key}' is there {twice.Count()} times; wanted each id once.";
        }

        foreach (var sign in signs)
        {
            if (sign.Id.Length is 0 or > 40 || !sign.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            {
                yield return $"the id '{sign.Id}'; wanted up to 40 lower-case letters, digits and hyphens.";
            }

            if (new[] { sign.Title, sign.Signs, sign.Say }.Any(string.IsNullOrWhiteSpace))
            {
                yield return $"{sign.Id}: wanted a title, signs and what to say.";
            }

            if (Urgencies.All.All(known => known.Id != sign.Urgency))
            {
                yield return $"{sign.Id}: the urgency '{sign.Urgency}'; wanted one of {string.Join(", ", Urgencies.All.Select(known => known.Id))}.";
            }

            foreach (var unknown in sign.Phases.Where(phase => phase != WarningSign.AllPhases && RecoveryPhases.All.All(known => known.Id != phase)))
            {
                yield return $"{sign.Id}: the phase '{unknown}'; wanted {WarningSign.AllPhases}, or some of {string.Join(", ", RecoveryPhases.All.Select(known => known.Id))}.";
            }

            if (sign.Phases.Count == 0)
            {
                yield return $"{sign.Id}: wanted at least one of phases.";
            }

            if (new[] { sign.Title, sign.Signs, sign.Say.Replace(WarningSign.Emergency, "", StringComparison.Ordinal) }.Any(text => text.Contains('{') || text.Contains('}')))
            {
                yield return $"{sign.Id}: braces; wanted none but {WarningSign.Emergency}, in say.";
            }
        }
    }
}
