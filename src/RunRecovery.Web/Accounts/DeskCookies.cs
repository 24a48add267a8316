using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Accounts;

/// <summary>The cookies of the desk; readers get none.</summary>
public static class DeskCookies
{
    public const string Scheme = "Desk";

    public static void AddDeskCookies(this IServiceCollection services, SiteOptions site)
    {
        var isSecure = site.Base.Scheme == Uri.UriSchemeHttps;

        // No default scheme: then nobody looks for an account where readers are.
        services.AddAuthentication(options => (options.DefaultChallengeScheme, options.DefaultForbidScheme) = (Scheme, Scheme))
            .AddCookie(Scheme, options =>
            {
                Shape(options.Cookie, "session", SameSiteMode.Lax);
                options.ExpireTimeSpan = Session.Absolute;
                options.SlidingExpiration = false;
                options.Events.OnValidatePrincipal = FindSessionAsync;
                options.Events.OnRedirectToLogin = AskToSignIn;
                options.Events.OnRedirectToAccessDenied = Refuse;
            })
            // Identity keeps the challenge of a passkey here.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                Shape(options.Cookie, "passkey", SameSiteMode.Strict);
                options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            });
        services.Configure<AntiforgeryOptions>(options =>
        {
            Shape(options.Cookie, "form", SameSiteMode.Strict);
            // SecurityHeaders has it.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => Shape(options.Cookie, "notice", SameSiteMode.Strict));

        void Shape(CookieBuilder cookie, string name, SameSiteMode sameSite)
        {
            cookie.Name = isSecure ? $"__Host-{name}" : name;
            cookie.Path = "/";
            cookie.HttpOnly = true;
            cookie.IsEssential = true;
            cookie.SameSite = sameSite;
            cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        }
    }

    private static async Task FindSessionAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionStore>();
        if (context.Principal?.KeyOfSession() is { } key && await sessions.FindAsync(key, context.HttpContext.RequestAborted) is var (session, account))
        {
            context.ReplacePrincipal(DeskUser.Of(account, session, key));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>A redirect only where somebody looks at a page. What a form brought can be sent again after signing in elsewhere; a redirect would lose it.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && (!request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode) || mode == "navigate"))
        {
            context.Response.Redirect(Links.SignInTo(request.Path.ToUriComponent() + request.QueryString));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
