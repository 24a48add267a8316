using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>From a recovery code to an invitation back.</summary>
public sealed class AccountRecovery(RecoveryCodes codes, People people, Guesses guesses, ILogger<AccountRecovery> log)
{
    /// <returns>The key of the invitation, or what to say instead.</returns>
    public async Task<(string? Key, string? Problem)> TryAsync(HttpContext context, string? code)
    {
        if (guesses.Try(context, normalizedName: null) is { } wait)
        {
            return (null, Waiting.InWords(wait));
        }

        if (await codes.UseAsync(code, context.RequestAborted) is not { } account)
        {
            log.LogWarning("A wrong recovery code from {Address}", context.Connection.RemoteIpAddress);
            return (null, "This is no recovery code, or it was used before.");
        }

        guesses.Forgive(context, normalizedName: null);
        log.LogWarning("{Account} used a recovery code from {Address}", account.UserName, context.Connection.RemoteIpAddress);
        return (await people.InviteBackAsync(account.Id, context.RequestAborted), null);
    }
}
