using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>Judges a name and a password. Whether there is such an account shows neither in the answer nor in its time.</summary>
public sealed class PasswordSignIn(UserManager<Account> accounts, Hashing hashing, Guesses guesses, ILogger<PasswordSignIn> log)
{
    private static readonly TimeSpan WhenBusy = TimeSpan.FromSeconds(5);

    public async Task<SignInOutcome> TryAsync(HttpContext context, string? name, string? password)
    {
        var normalized = accounts.NormalizeName(AccountName.Clean(name));
        if (guesses.Try(context, normalized) is { } wait)
        {
            log.LogWarning("A try to sign in from {Address} came too soon after failed ones", context.Connection.RemoteIpAddress);
            return new SignInOutcome.Wait(wait);
        }

        var account = await accounts.FindByNameAsync(AccountName.Clean(name));
        switch (await hashing.IsRightAsync(account, password, context.RequestAborted))
        {
            case true:
                guesses.Forgive(context, normalized);
                return new SignInOutcome.Welcome(account!);
            case null:
                guesses.Forgive(context, normalized);
                return new SignInOutcome.Wait(WhenBusy);
            default:
                // A name that nobody has may be a password in the wrong field.
                log.LogWarning("A wrong password for {Account} from {Address}", account?.UserName ?? "nobody here", context.Connection.RemoteIpAddress);
                return new SignInOutcome.Wrong();
        }
    }
}
