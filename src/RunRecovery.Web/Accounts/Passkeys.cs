using System.Globalization;
using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>Keys that a device keeps and shows after a look at a face, a finger or a PIN. Between question and answer, Identity remembers the challenge in a cookie.</summary>
public sealed class Passkeys(SignInManager<Account> identity, UserManager<Account> accounts, ILogger<Passkeys> log)
{
    /// <summary>What <c>navigator.credentials.get</c> wants, as JSON. Nobody is named: the passkey says whose it is.</summary>
    public Task<string> AskAsync() => identity.MakePasskeyRequestOptionsAsync(null);

    /// <summary>What <c>navigator.credentials.create</c> wants, as JSON.</summary>
    public Task<string> OfferAsync(int accountId, string name, string displayName) => identity.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = accountId.ToString(CultureInfo.InvariantCulture), Name = name, DisplayName = displayName });

    /// <summary>Null when it is not the answer to the question, or another account's.</summary>
    public async Task<UserPasskeyInfo?> ReadNewAsync(string? credential, int accountId, string name)
    {
        var result = await JudgeAsync(credential, identity.PerformPasskeyAttestationAsync);
        if (result is not { Succeeded: true } || result.UserEntity.Id != accountId.ToString(CultureInfo.InvariantCulture))
        {
            log.LogWarning("A new passkey was refused: {Reason}", result?.Failure?.Message ?? "it is not for this account");
            return null;
        }

        result.Passkey.Name = name;
        return result.Passkey;
    }

    /// <summary>Whose passkey it is; null when it is nobody's.</summary>
    public async Task<Account?> CheckAsync(string? credential)
    {
        var result = await JudgeAsync(credential, identity.PerformPasskeyAssertionAsync);
        if (result is not { Succeeded: true, User.RemovedAt: null })
        {
            log.LogWarning("A passkey was refused: {Reason}", result?.Failure?.Message ?? "there is no such account");
            return null;
        }

        // How often it was used, by which a copy of it would be known.
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    /// <summary>Identity throws where the question is missing, because its cookie is too old.</summary>
    private static async Task<T?> JudgeAsync<T>(string? credential, Func<string, Task<T>> judge) where T : class
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await judge(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
