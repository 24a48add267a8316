using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.Pages;

[Finished]
public sealed class SubscribeModel(FeedList feeds) : PageModel
{
    public IReadOnlyList<FeedGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Groups = await feeds.AllAsync(cancel);
}
