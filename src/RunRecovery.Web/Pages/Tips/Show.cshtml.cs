using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Pages.Tips;

[Finished]
public sealed class ShowModel(PostRepository posts, PostHtml html) : PageModel
{
    public Post Tip { get; private set; } = null!;
    public RenderedText Text { get; private set; } = null!;
    public PostSummary? Previous { get; private set; }
    public PostSummary? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await posts.FindPublishedAsync(PostKind.Tip, slug, cancel) is not { } found)
        {
            return NotFound();
        }

        Tip = found;
        Text = html.Render(found);
        (Previous, Next) = await posts.NeighboursAsync(found, cancel);
        return Page();
    }
}
