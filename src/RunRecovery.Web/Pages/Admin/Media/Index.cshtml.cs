using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Accounts;
using RunRecovery.Web.Media;

namespace RunRecovery.Web.Pages.Admin.Media;

[RequestSizeLimit(UploadEndpoint.MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadEndpoint.MaxRequest)]
public sealed class IndexModel(MediaShelf shelf, UploadDoor door) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public MediaKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool WithoutAlt { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unused { get; set; }

    [BindProperty(Name = "page-number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public PageOf<ShelvedItem> Found { get; private set; } = null!;

    public bool IsSearch => Words is { Length: > 0 } || Kind is not null || WithoutAlt || Unused;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Found = await shelf.FindAsync(new MediaSearch(Words, Kind, WithoutAlt, Unused), Number, cancel);
        return Found.Exists ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, CancellationToken cancel)
    {
        TempData.Tell(files.Count == 0 ? "Choose at least one file first." : await door.AddAllAsync(files, User.AccountId(), cancel));
        return Redirect(Links.DeskMedia);
    }

    /// <summary>Another page of what was looked for.</summary>
    public string Turn(int number) => Links.DeskMedia + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["kind"] = Kind?.ToString(),
        ["withoutAlt"] = WithoutAlt ? "true" : null,
        ["unused"] = Unused ? "true" : null,
        ["page-number"] = number > 1 ? $"{number}" : null,
    }.Where(part => !string.IsNullOrEmpty(part.Value)));
}
