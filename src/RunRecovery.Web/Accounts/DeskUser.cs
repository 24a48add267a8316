using System.Globalization;
using System.Security.Claims;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>Who is signed in. Made anew for each request from what is stored: a cookie says nothing but the key of its session.</summary>
public static class DeskUser
{
    private const string SessionKey = "key";
    private const string SessionId = "session";

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, AuthenticationType: DeskCookies.Scheme };

    public static int AccountId(this ClaimsPrincipal user) => Number(user, ClaimTypes.NameIdentifier);

    /// <summary>No role at all for somebody who is not signed in.</summary>
    public static Role Role(this ClaimsPrincipal user) => Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : default;

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? "";

    /// <summary>The session that this request belongs to.</summary>
    internal static int SessionNumber(this ClaimsPrincipal user) => Number(user, SessionId);

    internal static string? KeyOfSession(this ClaimsPrincipal user) => user.FindFirstValue(SessionKey);

    /// <summary>For the cookie.</summary>
    internal static ClaimsPrincipal WithKey(string key) => new(new ClaimsIdentity([new Claim(SessionKey, key)], DeskCookies.Scheme));

    internal static ClaimsPrincipal Of(Account account, Session session, string key) => new(new ClaimsIdentity(
        [
            new Claim(SessionKey, key),
            new Claim(SessionId, session.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, account.DisplayName),
            new Claim(ClaimTypes.Role, account.Role.ToString()),
        ],
        DeskCookies.Scheme));

    private static int Number(ClaimsPrincipal user, string claim) =>
        int.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new InvalidOperationException("Nobody is signed in.");
}
