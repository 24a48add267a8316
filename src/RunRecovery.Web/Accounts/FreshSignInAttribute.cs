using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace RunRecovery.Web.Accounts;

/// <summary>Of a page about the ways in: whoever finds somebody's desk open must not take it over.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute, IPageFilter
{
    private static readonly TimeSpan ToSee = TimeSpan.FromMinutes(30);

    /// <summary>Longer, so that a form which could be seen can be sent.</summary>
    private static readonly TimeSpan ToSend = TimeSpan.FromHours(2);

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (now - context.HttpContext.User.SignedInAt() > (HttpMethods.IsPost(request.Method) ? ToSend : ToSee))
        {
            context.Result = new LocalRedirectResult(Links.SignInAgain(request.Path));
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
