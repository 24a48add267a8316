using System.Globalization;

namespace RunRecovery.Core.Recovery;

/// <summary>All versions of the rules. A plan is made for ever with the version that its address names, so none may go away.</summary>
public sealed class RulesShelf
{
    private readonly IReadOnlyList<RecoveryRules> _versions;

    private RulesShelf(IReadOnlyList<RecoveryRules> versions) => _versions = versions;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<RecoveryRules> All => _versions;

    public RecoveryRules Newest => _versions[^1];

    public RecoveryRules? Find(int version) => version >= 1 && version <= _versions.Count ? _versions[version - 1] : null;

    /// <summary>Where a version is, below the content folder.</summary>
    public static string PathOf(int version) => string.Create(CultureInfo.InvariantCulture, $"{RecoveryFile.Folder}/rules-{version}.json");

    /// <returns>Null: the folder has no rules at all.</returns>
    /// <exception cref="RecoveryFileException">A version is broken, was changed, or is missing.</exception>
    public static RulesShelf? Read(string contentFolder)
    {
        var newest = NewestIn(contentFolder);
        var versions = new List<RecoveryRules>();
        for (var version = 1; version <= newest; version++)
        {
            var path = PathOf(version);
            var rules = RecoveryFile.Read(contentFolder, path, RecoveryJson.Default.RecoveryRules)
                ?? throw new RecoveryFileException(path, "is missing, though later versions are there; plans were made with it, so put it back.");
            if (RulesCheck.ProblemOf(rules, version, RulesSeal.Of(File.ReadAllBytes(Path.Combine(contentFolder, path)))) is { } problem)
            {
                throw new RecoveryFileException(path, problem);
            }

            versions.Add(rules);
        }

        return newest == 0 ? null : new RulesShelf(versions);
    }

    private static int NewestIn(string contentFolder)
    {
        var folder = Path.Combine(contentFolder, RecoveryFile.Folder);
        return !Directory.Exists(folder) ? 0 : Directory.EnumerateFiles(folder, "rules-*.json")
            .Select(file => int.TryParse(Path.GetFileNameWithoutExtension(file)["rules-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Append(0)
            .Max();
    }
}
