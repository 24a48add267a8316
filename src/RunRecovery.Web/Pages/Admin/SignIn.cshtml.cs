using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin;

[AllowAnonymous]
public sealed class SignInModel(PasswordSignIn passwords, Passkeys passkeys, SignIns signIns) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Also for somebody who is signed in.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    public IActionResult OnGet() => User.IsSignedIn() && !Again ? LocalRedirect(Links.Back(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync() => await passwords.TryAsync(HttpContext, Name, Password) switch
    {
        SignInOutcome.Welcome(var account) => await EnterAsync(account, "password"),
        SignInOutcome.Wait(var time) => Refuse(Waiting.InWords(time), StatusCodes.Status429TooManyRequests),
        _ => Refuse("This name and this password do not belong together."),
    };

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential) =>
        await passkeys.CheckAsync(credential) is { } account ? await EnterAsync(account, "passkey") : Refuse("This passkey opens no account here. It may have been removed.");

    private async Task<IActionResult> EnterAsync(Account account, string by)
    {
        await signIns.SignInAsync(HttpContext, account, by);
        return LocalRedirect(Links.Back(ReturnUrl));
    }

    private PageResult Refuse(string problem, int status = StatusCodes.Status200OK)
    {
        ModelState.AddModelError("", problem);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
