using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin.MyAccount;

[FreshSignIn]
public sealed class PasswordModel(UserManager<Account> accounts, PasswordChange change) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool HasPassword { get; private set; }
    public string SignInName { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var account = await accounts.FindAsync(User);
        (HasPassword, SignInName) = (account.PasswordHash is not null, account.UserName!);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var problems = await change.TryAsync(HttpContext, Current, Password);
        if (problems.Count == 0)
        {
            TempData.Tell("You have a new password. Everywhere else you are signed out.");
            return LocalRedirect(Links.Password);
        }

        ModelState.AddProblems(problems);
        await OnGetAsync();
        return Page();
    }
}
