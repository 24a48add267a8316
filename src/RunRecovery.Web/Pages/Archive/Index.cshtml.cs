using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Pages.Archive;

[Finished]
public sealed class IndexModel(PostRepository posts, SiteOptions site) : PageModel
{
    private const int NewestShown = 30;

    public TimeZoneInfo Zone => site.Zone;
    public IReadOnlyList<ArchiveMonth> Months { get; private set; } = [];
    public IReadOnlyList<PostSummary> Newest { get; private set; } = [];
    public int Total => Months.Sum(m => m.Count);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Months = await posts.MonthsAsync(Zone, cancel);
        Newest = await posts.NewestAsync(NewestShown, cancel);
    }
}
