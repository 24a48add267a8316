using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Pages.Archive;

[Finished]
public sealed class PeriodModel(PostRepository posts, MissingPages missing, SiteOptions site) : PageModel, IPagedList
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Year { get; private set; }
    public int? Month { get; private set; }
    public string Name => Month is { } month ? $"{Dates.Month(month)} {Year}" : $"{Year}";
    public string Address => Month is { } month ? Links.Month(Year, month) : Links.Year(Year);
    public PageOf<PostSummary> Posts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, string? month, CancellationToken cancel)
    {
        Year = year;
        Month = month is null ? null : int.Parse(month, CultureInfo.InvariantCulture);
        if (Month is < 1 or > 12)
        {
            return NotFound();
        }

        var period = new Period(Year, Month);
        Posts = await posts.InPeriodAsync(period, site.Zone, Number, PageSize, cancel);
        return Posts.Exists && Posts.Total > 0 ? Page() : await missing.AnswerAsync(this, Number, PageSize, period, cancel);
    }
}
