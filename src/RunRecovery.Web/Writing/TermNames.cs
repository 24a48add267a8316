using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Web.Writing;

/// <summary>The names there are, for fields that complete what is typed.</summary>
public sealed class TermNames(TaxonomyService taxonomy)
{
    public async Task<IReadOnlyList<string>> OfAsync(TermKind kind, CancellationToken cancel = default) => [.. (await taxonomy.AllAsync(kind, cancel)).Select(t => t.Name)];
}
