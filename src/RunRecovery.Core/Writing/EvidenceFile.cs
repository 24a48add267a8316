using RunRecovery.Core.Content;

namespace RunRecovery.Core.Writing;

/// <summary>The evidence that texts may cite, where the blog's content folder has some. Read when it is first asked for.</summary>
/// <param name="contentFolder">Null: there is none.</param>
public sealed class EvidenceFile(string? contentFolder)
{
    private readonly Lazy<KnownSources?> _known = new(() => Read(contentFolder));

    /// <summary>What is wrong with citing this id; null: nothing, or nothing is known.</summary>
    public string? ProblemOf(string id) => _known.Value?.ProblemOf(id);

    private static KnownSources? Read(string? contentFolder)
    {
        try
        {
            return contentFolder is null ? null : KnownSources.Read(ContentFolder.Open(contentFolder));
        }
        catch (ContentRefusedException)
        {
            // The content check says what is wrong with it.
            return null;
        }
    }
}
