using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin;

/// <summary>A page on which somebody writes.</summary>
public abstract class DeskPage : PageModel
{
    protected Writer Writer => new(User.AccountId(), User.Role() >= Role.Editor);

    /// <summary>Leads on after a deed that is done.</summary>
    protected LocalRedirectResult Done(string notice, string next)
    {
        TempData.Tell(notice);
        return LocalRedirect(next);
    }
}
