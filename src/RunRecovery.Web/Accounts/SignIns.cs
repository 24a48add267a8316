using Microsoft.AspNetCore.Authentication;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>Opens and ends the session of a browser, whichever way somebody proved who they are.</summary>
public sealed class SignIns(SessionStore sessions, KnownDevice devices, TimeProvider clock, ILogger<SignIns> log)
{
    /// <param name="by">What they showed, for the log.</param>
    public async Task SignInAsync(HttpContext context, Account account, string by)
    {
        if (context.User.KeyOfSession() is { } before)
        {
            await sessions.EndAsync(before, context.RequestAborted);
        }

        var key = await sessions.OpenAsync(account.Id, DeviceName.Of(context.Request.Headers.UserAgent), context.RequestAborted);
        var now = clock.GetUtcNow();
        await context.SignInAsync(DeskAuthentication.Scheme, DeskUser.WithKey(key), new AuthenticationProperties { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now + Session.Absolute });
        devices.Remember(context, account);
        log.LogInformation("{Account} signed in by {Means} from {Address}", account.UserName, by, context.Connection.RemoteIpAddress);
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (context.User.KeyOfSession() is { } key)
        {
            await sessions.EndAsync(key, context.RequestAborted);
            log.LogInformation("Account {AccountId} signed out", context.User.AccountId());
        }

        await context.SignOutAsync(DeskAuthentication.Scheme);
        // Not the storage: it holds words that have not reached the server yet, and nothing else.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }
}
