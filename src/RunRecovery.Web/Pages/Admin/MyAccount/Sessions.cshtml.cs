using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin.MyAccount;

[FreshSignIn]
public sealed class SessionsModel(SessionStore sessions, SignIns signIns) : PageModel
{
    public IReadOnlyList<Session> Open { get; private set; } = [];
    public int This => User.SessionNumber();

    public async Task OnGetAsync(CancellationToken cancel) => Open = await sessions.OfAsync(User.AccountId(), cancel);

    public async Task<IActionResult> OnPostEndAsync(int id, CancellationToken cancel)
    {
        await sessions.EndAsync(User.AccountId(), id, cancel);
        TempData.Tell("Signed out there.");
        return LocalRedirect(Links.Sessions);
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken cancel)
    {
        await sessions.EndAllAsync(User.AccountId(), cancel: cancel);
        await signIns.SignOutAsync(HttpContext);
        return LocalRedirect(Links.SignIn);
    }
}
