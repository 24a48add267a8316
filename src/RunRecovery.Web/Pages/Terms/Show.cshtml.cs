using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Pages.Terms;

[Finished]
public sealed class ShowModel(TaxonomyService taxonomy, PostRepository posts, MissingPages missing) : PageModel, IPagedList
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public Term Term { get; private set; } = null!;
    public PageOf<PostSummary> Posts { get; private set; } = null!;
    public int FirstNumber => (Number - 1) * PageSize + 1;

    public async Task<IActionResult> OnGetAsync(string terms, string slug, CancellationToken cancel)
    {
        switch (await taxonomy.FindBySlugAsync(BlogPages.KindOf(terms), slug, cancel))
        {
            case TermLookup.Found found:
                Term = found.Term;
                break;
            case TermLookup.Moved moved:
                return RedirectPermanent(Links.Page(Links.Of(moved.Term), Number));
            case TermLookup.Gone:
                return StatusCode(StatusCodes.Status410Gone);
            default:
                return NotFound();
        }

        // A term whose posts were never shown says nothing about them.
        if (!await taxonomy.IsPublicAsync(Term, cancel))
        {
            return NotFound();
        }

        Posts = await posts.InTermAsync(Term, Number, PageSize, cancel);
        return Posts.Exists && Posts.Total > 0 ? Page() : await missing.AnswerAsync(this, Number, PageSize, period: null, cancel);
    }
}
