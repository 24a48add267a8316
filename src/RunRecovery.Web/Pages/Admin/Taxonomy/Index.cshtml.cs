using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin.Taxonomy;

/// <summary>Categories, tags and series, to be tidied up.</summary>
[Authorize(DeskPolicies.Editor)]
public sealed class IndexModel(TaxonomyService taxonomy) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public TermKind Kind { get; set; } = TermKind.Tag;

    public IReadOnlyList<TermUse> Terms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Terms = await taxonomy.UsesAsync(Kind, cancel);
}
