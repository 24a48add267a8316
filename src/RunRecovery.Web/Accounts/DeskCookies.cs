namespace RunRecovery.Web.Accounts;

/// <summary>How the cookies of the desk look; readers get none.</summary>
/// <param name="isSecure">The blog is reached by https.</param>
public sealed class DeskCookies(bool isSecure)
{
    public T Shape<T>(T cookie, string name, SameSiteMode sameSite = SameSiteMode.Strict) where T : CookieBuilder
    {
        cookie.Name = isSecure ? $"__Host-{name}" : name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        return cookie;
    }
}
