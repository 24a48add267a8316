using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RunRecovery.Web.Accounts;

/// <summary>
/// The one rule of <c>/admin</c>: nobody comes in who is not signed in, unless the page says that anybody may; nothing changes without the
/// token of a form; nothing is kept or indexed. A page or endpoint below it needs to do nothing for that, and cannot forget it.
/// </summary>
public static class DeskGate
{
    /// <summary>Before the error pages, so that theirs carry the headers too.</summary>
    public static void UseDeskHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsDesk(context))
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers.Remove("Pragma");
                context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    /// <summary>After routing.</summary>
    public static void UseDeskGate(this WebApplication app)
    {
        // Said here, because what is not said is put before everything else, where readers are.
        app.UseAuthentication();
        app.UseWhen(IsDesk, desk => desk.Use(EnterAsync));
        app.UseAuthorization();
    }

    private static bool IsDesk(HttpContext context) => context.Request.Path.StartsWithSegments(Links.Desk, StringComparison.OrdinalIgnoreCase);

    private static async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        var ticket = await context.AuthenticateAsync(DeskAuthentication.Scheme);
        if (ticket.Principal is { } user)
        {
            context.User = user;
        }
        else if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            await context.ChallengeAsync(DeskAuthentication.Scheme);
            return;
        }

        if (await IsForgedAsync(context, endpoint))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    }

    /// <summary>Pages look for themselves, after they have said how long their forms may be.</summary>
    private static async Task<bool> IsForgedAsync(HttpContext context, Endpoint? endpoint)
    {
        var method = context.Request.Method;
        var changesNothing = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        return !changesNothing && endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is null
            && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }
}
