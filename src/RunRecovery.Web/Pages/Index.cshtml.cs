using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Pages;

[Finished]
public sealed class IndexModel(PostRepository posts, PostHtml html, MissingPages missing) : PageModel, IPagedList
{
    private const int PageSize = 8;
    private const int TipsShown = 3;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public PageOf<Post> Posts { get; private set; } = null!;
    public IEnumerable<(Post Post, PostSummary Summary, RenderedText Text)> Entries => Posts.Items.Select(p => (p, PostSummary.Of(p), html.Render(p)));
    public IReadOnlyList<PostSummary> Tips { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Posts = await posts.HomeAsync(Number, PageSize, cancel);
        if (Number == 1)
        {
            Tips = [.. (await posts.TipsAsync("day0", null, cancel)).Take(TipsShown)];
        }

        return Posts.Exists ? Page() : await missing.AnswerAsync(this, Number, PageSize, period: null, cancel);
    }
}
