using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

public static class SignedInAccount
{
    /// <summary>The account of whoever is signed in.</summary>
    public static async Task<Account> FindAsync(this UserManager<Account> accounts, ClaimsPrincipal user) =>
        await accounts.GetUserAsync(user) ?? throw new InvalidOperationException("Nobody is signed in.");
}
