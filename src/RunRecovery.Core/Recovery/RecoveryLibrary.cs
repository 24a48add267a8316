using RunRecovery.Core.Content;

namespace RunRecovery.Core.Recovery;

/// <summary>What the blog's content folder knows of recovery, in its folder <c>recovery</c>. Read once, when it is first asked for.</summary>
/// <param name="contentFolder">Null: there is none.</param>
public sealed class RecoveryLibrary(string? contentFolder)
{
    private readonly Lazy<RulesShelf?> _rules = Once(contentFolder, RulesShelf.Read);
    private readonly Lazy<WarningSigns?> _warnings = Once(contentFolder, WarningSigns.Read);

    /// <summary>Null: there are none, or they are broken, and there is no planner.</summary>
    public RulesShelf? Rules => _rules.Value;

    /// <summary>Null: there are none, or they are broken, and pages name the most important ones in a sentence.</summary>
    public WarningSigns? Warnings => _warnings.Value;

    /// <summary>Everything that is wrong with these files.</summary>
    internal static IEnumerable<ContentProblem> ProblemsIn(string contentFolder) =>
        new[] { Problem(contentFolder, RulesShelf.Read), Problem(contentFolder, WarningSigns.Read) }.OfType<ContentProblem>();

    private static Lazy<T?> Once<T>(string? contentFolder, Func<string, T?> read) where T : class => new(() =>
    {
        try
        {
            return contentFolder is null ? null : read(contentFolder);
        }
        catch (RecoveryFileException)
        {
            // Said once at start, and by the content check.
            return null;
        }
    });

    private static ContentProblem? Problem<T>(string contentFolder, Func<string, T?> read)
    {
        try
        {
            read(contentFolder);
            return null;
        }
        catch (RecoveryFileException broken)
        {
            return broken.Problem;
        }
    }
}
