using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin.MyAccount;

public sealed class IndexModel(UserManager<Account> accounts) : PageModel
{
    [BindProperty]
    public string? DisplayName { get; set; }

    public string SignInName { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var account = await accounts.FindAsync(User);
        (DisplayName, SignInName) = (account.DisplayName, account.UserName!);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await accounts.FindAsync(User);
        SignInName = account.UserName!;
        var name = AccountName.Clean(DisplayName);
        if (AccountName.Problem(name) is { } problem)
        {
            ModelState.AddModelError(nameof(DisplayName), problem);
            return Page();
        }

        account.DisplayName = name;
        await accounts.UpdateAsync(account);
        TempData.Tell("Saved.");
        return LocalRedirect(Links.Account);
    }
}
