using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Pages.Terms;

[Finished]
public sealed class IndexModel(TaxonomyService taxonomy) : PageModel
{
    public static readonly IReadOnlyDictionary<TermKind, string> Titles = new Dictionary<TermKind, string>
    {
        [TermKind.Category] = "Categories",
        [TermKind.Tag] = "Tags",
        [TermKind.Series] = "Series",
    };

    public TermKind Kind { get; private set; }
    public string Title => Titles[Kind];
    public IReadOnlyList<TermCount> Counts { get; private set; } = [];

    public async Task OnGetAsync(string terms, CancellationToken cancel)
    {
        Kind = BlogPages.KindOf(terms);
        Counts = await taxonomy.CountsAsync(Kind, cancel);
    }
}
