using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin;

[AllowAnonymous]
public sealed class SignInModel(PasswordSignIn passwords, SignIns signIns) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.IsSignedIn() ? LocalRedirect(Links.Back(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await passwords.CheckAsync(Name, Password) is { } account)
        {
            await signIns.SignInAsync(HttpContext, account, "password");
            return LocalRedirect(Links.Back(ReturnUrl));
        }

        ModelState.AddModelError("", "This name and this password do not belong together.");
        return Page();
    }
}
