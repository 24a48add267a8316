using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin;

/// <summary>A page on which somebody writes.</summary>
public abstract class DeskPage : PageModel
{
    protected Writer Writer => new(User.AccountId(), User.Role() >= Role.Editor);

    /// <summary>Else a deed that there is not would be answered by a page of which nothing is known.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null)
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Leads on after a deed that is done.</summary>
    protected LocalRedirectResult Done(string notice, string next)
    {
        TempData.Tell(notice);
        return LocalRedirect(next);
    }
}
