using System.Buffers.Text;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>The passkeys of whoever is signed in. Each deed says what was wrong; null: it is done.</summary>
public sealed class OwnPasskeys(UserManager<Account> accounts, Passkeys passkeys, ILogger<OwnPasskeys> log)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> AllAsync(ClaimsPrincipal user) =>
        [.. (await accounts.GetPasskeysAsync(await accounts.FindAsync(user))).OrderBy(p => p.CreatedAt)];

    public async Task<string?> AddAsync(ClaimsPrincipal user, string? credential, string? name)
    {
        if (AccountName.Problem(AccountName.Clean(name)) is { } problem)
        {
            return problem;
        }

        var account = await accounts.FindAsync(user);
        if (await passkeys.ReadNewAsync(credential, account.Id, AccountName.Clean(name)) is not { } passkey)
        {
            return "The passkey did not arrive whole. Try again.";
        }

        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        log.LogInformation("{Account} has a further passkey", account.UserName);
        return null;
    }

    public Task<string?> RenameAsync(ClaimsPrincipal user, string? id, string? name) => WithAsync(user, id, async (account, passkey) =>
    {
        if (AccountName.Problem(AccountName.Clean(name)) is { } problem)
        {
            return problem;
        }

        passkey.Name = AccountName.Clean(name);
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return null;
    });

    public Task<string?> RemoveAsync(ClaimsPrincipal user, string? id) => WithAsync(user, id, async (account, passkey) =>
    {
        if (account.PasswordHash is null && (await accounts.GetPasskeysAsync(account)).Count == 1)
        {
            return "This is your only way to sign in. Choose a password or add another passkey first.";
        }

        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        log.LogInformation("{Account} has a passkey less", account.UserName);
        return null;
    });

    /// <summary>Those of others are not found.</summary>
    private async Task<string?> WithAsync(ClaimsPrincipal user, string? id, Func<Account, UserPasskeyInfo, Task<string?>> deed)
    {
        var account = await accounts.FindAsync(user);
        var known = Base64Url.IsValid(id) ? await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) : null;
        return known is null ? "This passkey is not there any more." : await deed(account, known);
    }
}
