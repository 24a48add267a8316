using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Pages;

[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(PostRepository posts) : PageModel
{
    private const int NewestShown = 5;

    public int Status { get; private set; }
    public string RequestId => HttpContext.TraceIdentifier;
    public IReadOnlyList<PostSummary> Newest { get; private set; } = [];
    public bool IsAboutAnAddress => Status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone;

    public string Title => Status switch
    {
        StatusCodes.Status401Unauthorized => "You are signed out",
        StatusCodes.Status403Forbidden => "This is not yours to do",
        StatusCodes.Status404NotFound => "This path leads nowhere",
        StatusCodes.Status410Gone => "This was taken back",
        < 500 => "That did not work",
        _ => "Something broke on our side",
    };

    public string Explanation => Status switch
    {
        StatusCodes.Status401Unauthorized => "Nothing was saved. Sign in in another tab, then come back here and reload this page: your browser sends what you wrote once more.",
        StatusCodes.Status403Forbidden => "Your role at this blog does not include it. Its owner can change that.",
        StatusCodes.Status404NotFound => "There is no page at this address, and as far as we know there never was. A typing mistake, perhaps?",
        StatusCodes.Status410Gone => "There was something here once. Its author has taken it back.",
        < 500 => "The request was not one that this page understands.",
        _ => "It is not your fault, and nothing you did is lost by it. Try again in a moment.",
    };

    public Task OnGetAsync(int status, CancellationToken cancel) => ShowAsync(status, cancel);

    public Task OnPostAsync(int status, CancellationToken cancel) => ShowAsync(status, cancel);

    private async Task ShowAsync(int status, CancellationToken cancel)
    {
        Status = status;
        // Asked for directly there is no error to report, so there is no such page.
        if (HttpContext.Response.StatusCode == StatusCodes.Status200OK)
        {
            Status = HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        if (IsAboutAnAddress)
        {
            Newest = await posts.NewestAsync(NewestShown, cancel);
        }
    }
}
