using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>A cookie by which a browser that signed in before is told from those of strangers. It lets nobody in.</summary>
public sealed class KnownDevice(IDataProtectionProvider protection, DeskCookies cookies, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("RunRecovery.KnownDevice");
    private readonly CookieBuilder _cookie = cookies.Shape(new CookieBuilder { Expiration = TimeSpan.FromDays(365) }, "device");

    /// <summary>The device, for counting; null when it never signed in with this name.</summary>
    public string? Find(HttpContext context, string? normalizedName)
    {
        if (normalizedName is null || !context.Request.Cookies.TryGetValue(_cookie.Name!, out var cookie))
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(cookie) is var device && device[(device.IndexOf(' ', StringComparison.Ordinal) + 1)..] == normalizedName ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, Account account)
    {
        if (Find(context, account.NormalizedUserName) is null)
        {
            context.Response.Cookies.Append(_cookie.Name!, _protector.Protect($"{SecretKey.New()} {account.NormalizedUserName}"), _cookie.Build(context, clock.GetUtcNow()));
        }
    }
}
