using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Pages;

/// <summary>What a list answers where it has no such page.</summary>
public sealed class MissingPages(PostRepository posts, SiteOptions site)
{
    /// <summary>Posts may have been taken back since somebody was sent here: then the page is gone. Else it never was.</summary>
    public async Task<IActionResult> AnswerAsync(PageModel page, int number, int size, Period? period, CancellationToken cancel) =>
        number >= 1 && await posts.MayHaveHadAsync((long)(number - 1) * size, period, site.Zone, cancel) ? page.StatusCode(StatusCodes.Status410Gone) : page.NotFound();
}
