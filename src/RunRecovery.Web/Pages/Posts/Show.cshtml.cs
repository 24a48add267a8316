using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Pages.Posts;

[Finished]
public sealed class ShowModel(PostRepository posts, PostHtml html) : PageModel
{
    public Post Post { get; private set; } = null!;
    public RenderedText Text { get; private set; } = null!;
    public SeriesPlace? Series { get; private set; }
    public PostSummary? Previous { get; private set; }
    public PostSummary? Next { get; private set; }

    /// <summary>Only an edit after publication is worth telling.</summary>
    public DateTime? UpdatedAt => Post.UpdatedAt > Post.PublishedAt ? Post.UpdatedAt : null;

    /// <summary>Our own picture of the post; previews of others' pictures would send visitors' data elsewhere.</summary>
    public string? Picture => Post.Image is { Src: ['/', ..] src } ? src : null;

    public IEnumerable<Term> Terms(TermKind kind) => Post.Terms.Select(t => t.Term).Where(t => t.Kind == kind);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await posts.FindPublishedAsync(PostKind.Post, slug, cancel) is not { } found)
        {
            return NotFound();
        }

        Post = found;
        Text = html.Render(found);
        Series = await posts.SeriesPlaceAsync(found, cancel);
        (Previous, Next) = await posts.NeighboursAsync(found, cancel);
        return Page();
    }
}
