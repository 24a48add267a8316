using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Pages.Tips;

[Finished(Queries = ["phase", "grade", "effort"])]
public sealed class IndexModel(PostRepository posts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Phase { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Grade { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Effort { get; set; }

    public IReadOnlyList<PostSummary> Tips { get; private set; } = [];

    public IEnumerable<(string Name, IEnumerable<PostSummary> Tips)> ByPhase =>
        Tips.GroupBy(t => t.Phase).OrderBy(g => RecoveryPhases.All.TakeWhile(p => p.Id != g.Key).Count())
            .Select(g => (g.Key is { } id ? RecoveryPhases.NameOf(id) : "Any time", g.AsEnumerable()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if ((Phase is not null && RecoveryPhases.All.All(p => p.Id != Phase))
            || (Grade is not null && !EvidenceGrades.All.Contains(Grade))
            || (Effort is not null && TipAudience.All.All(e => e.Id != Effort)))
        {
            return NotFound();
        }

        Tips = [.. (await posts.TipsAsync(Phase, Grade, cancel)).Where(tip => Effort is null || TipAudience.IsFor(tip.AppliesTo, Effort))];
        return Page();
    }
}
