using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Pages;

[Finished]
public sealed class FixedPageModel(PostRepository posts, PostHtml html) : PageModel
{
    public Post Fixed { get; private set; } = null!;
    public RenderedText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await posts.FindPublishedAsync(PostKind.Page, slug, cancel) is not { } found)
        {
            return NotFound();
        }

        Fixed = found;
        Text = html.Render(found);
        return Page();
    }
}
