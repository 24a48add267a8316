using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Media;
using RunRecovery.Web.Accounts;
using RunRecovery.Web.Media;

namespace RunRecovery.Web.Pages.Admin.Media;

[RequestSizeLimit(UploadEndpoint.MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadEndpoint.MaxRequest)]
public sealed class ShowModel(MediaLibrary library, MediaUses uses, MediaUploads uploads, UploadDoor door) : PageModel
{
    public MediaItem Item { get; private set; } = null!;
    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];
    public bool MayChange => Item.MayBeChangedBy(User.AccountId(), User.Role());
    public string Markdown => MediaMarkdown.Of(Item, Item.Alt ?? (Item.Kind == MediaKind.Picture ? "" : Path.GetFileNameWithoutExtension(Item.Name)));

    /// <summary>Finds the item for every handler, and lets only those change it who may.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.RouteData.Values["id"] is not string id || library.Find(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)) is not { } item)
        {
            context.Result = NotFound();
            return;
        }

        Item = item;
        Uses = await uses.OfAsync(item, HttpContext.RequestAborted);
        if (!HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method) && !MayChange)
        {
            context.Result = StatusCode(StatusCodes.Status403Forbidden);
            return;
        }

        await next();
    }

    public async Task<IActionResult> OnPostDescribeAsync(string? alt, CancellationToken cancel)
    {
        await uploads.DescribeAsync(Item.Id, alt, cancel);
        return Done(Links.DeskOf(Item), "The alternative text is saved.");
    }

    public async Task<IActionResult> OnPostReplaceAsync(IFormFile? file, CancellationToken cancel)
    {
        try
        {
            await door.ReplaceAsync(Item, file, User.AccountId(), cancel);
            return Done(Links.DeskOf(Item), "The file is replaced; its address stays.");
        }
        catch (UploadProblemException problem)
        {
            ModelState.AddModelError("file", problem.Message);
            return Page();
        }
    }

    /// <param name="evenIfUsed">The texts that lose it were seen.</param>
    public async Task<IActionResult> OnPostDeleteAsync(bool evenIfUsed, CancellationToken cancel)
    {
        if (Uses.Count > 0 && !evenIfUsed)
        {
            ModelState.AddModelError("evenIfUsed", "It is used. Say that you have seen where before it is deleted.");
            return Page();
        }

        await uploads.DeleteAsync(Item.Id, cancel);
        return Done(Links.DeskMedia, $"{Item.Name} is deleted. Its address says so to whoever comes by an old link.");
    }

    private RedirectResult Done(string then, string notice)
    {
        TempData.Tell(notice);
        return Redirect(then);
    }
}
