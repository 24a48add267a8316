using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin.MyAccount;

[FreshSignIn]
public sealed class RecoveryCodesModel(RecoveryCodes codes) : PageModel
{
    public int Left { get; private set; }

    /// <summary>Just made: shown once.</summary>
    public string[]? New { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        New = TempData[nameof(New)] as string[];
        Left = await codes.LeftAsync(User.AccountId(), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData[nameof(New)] = (await codes.RenewAsync(User.AccountId(), cancel)).ToArray();
        return LocalRedirect(Links.RecoveryCodes);
    }
}
