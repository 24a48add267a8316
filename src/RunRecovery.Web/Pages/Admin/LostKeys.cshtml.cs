using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RunRecovery.Web.Pages.Admin;

[AllowAnonymous]
public sealed class LostKeysModel(Accounts.Recovery recovery) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var (key, problem) = await recovery.TryAsync(HttpContext, Code);
        if (key is not null)
        {
            return LocalRedirect(Links.InvitationWith(key));
        }

        ModelState.AddModelError(nameof(Code), problem!);
        return Page();
    }
}
