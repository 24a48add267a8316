using Microsoft.AspNetCore.Authorization;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>Who may come in, for <c>[Authorize]</c> and <c>RequireAuthorization</c>. Everything at the desk wants <see cref="Author"/> at least, without saying so.</summary>
public static class DeskPolicies
{
    public const string Author = nameof(Role.Author);
    public const string Editor = nameof(Role.Editor);
    public const string Owner = nameof(Role.Owner);

    public static void AddDeskPolicies(this AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            options.AddPolicy(role.ToString(), policy => policy.RequireAssertion(context => context.User.Role() >= role));
        }
    }
}
