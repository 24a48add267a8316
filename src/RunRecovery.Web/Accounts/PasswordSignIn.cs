using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>Judges a name and a password. Whether there is such an account shows neither in the answer nor in its time.</summary>
public sealed class PasswordSignIn(UserManager<Account> accounts)
{
    private static string? _nobodysHash;

    /// <returns>Null when they do not belong together.</returns>
    public async Task<Account?> CheckAsync(string? name, string? password)
    {
        var account = await accounts.FindByNameAsync(AccountName.Clean(name));
        var hash = account is { RemovedAt: null, PasswordHash: { } known } ? known : null;
        _nobodysHash ??= accounts.PasswordHasher.HashPassword(null!, SecretKey.New());
        var verdict = accounts.PasswordHasher.VerifyHashedPassword(account!, hash ?? _nobodysHash, password ?? "");
        return hash is null || verdict == PasswordVerificationResult.Failed ? null : account;
    }
}
