using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Accounts;

/// <summary>How somebody who signed in is known again.</summary>
public static class DeskAuthentication
{
    public const string Scheme = "Desk";

    public static void AddDeskAuthentication(this IServiceCollection services, SiteOptions site)
    {
        var cookies = new DeskCookies(site.Base.Scheme == Uri.UriSchemeHttps);
        services.AddSingleton(cookies);
        // No default scheme: then nobody looks for an account where readers are.
        services.AddAuthentication(options => (options.DefaultChallengeScheme, options.DefaultForbidScheme) = (Scheme, Scheme))
            .AddCookie(Scheme, options =>
            {
                // A link from elsewhere finds the author signed in.
                cookies.Shape(options.Cookie, "session", SameSiteMode.Lax);
                options.ExpireTimeSpan = Session.Absolute;
                options.SlidingExpiration = false;
                options.Events.OnValidatePrincipal = FindSessionAsync;
                options.Events.OnRedirectToLogin = AskToSignIn;
                options.Events.OnRedirectToAccessDenied = Refuse;
            })
            // Identity keeps the challenge of a passkey here.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                cookies.Shape(options.Cookie, "passkey");
                options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            });
        services.Configure<AntiforgeryOptions>(options =>
        {
            cookies.Shape(options.Cookie, "form");
            // SecurityHeaders has it.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => cookies.Shape(options.Cookie, "notice"));
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = site.Base.IdnHost;
            options.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && origin.Origin == site.Base.GetLeftPart(UriPartial.Authority));
            // The passkey says whose it is, and its device who holds it: two factors in one.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
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
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(DeskAuthentication));
        log.LogWarning("Account {AccountId} may not see {Path}", context.HttpContext.User.AccountId(), context.Request.Path.ToUriComponent());
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
