using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>A new password for whoever knows the current one. Ends their sessions in other browsers.</summary>
public sealed class PasswordChange(UserManager<Account> accounts, PasswordSignIn passwords, SessionStore sessions, ILogger<PasswordChange> log)
{
    public const string Current = nameof(Current);

    /// <returns>What was wrong; nothing: it is done.</returns>
    public async Task<IReadOnlyList<IdentityError>> TryAsync(HttpContext context, string? current, string? wanted)
    {
        var account = await accounts.FindAsync(context.User);
        if (account.PasswordHash is not null && await ProblemAsync(context, account, current) is { } problem)
        {
            return [new IdentityError { Code = Current, Description = problem }];
        }

        if (await accounts.ProblemsAsync(account, wanted) is { Count: > 0 } problems)
        {
            return problems;
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, wanted!);
        var result = await accounts.UpdateSecurityStampAsync(account);
        if (result.Succeeded)
        {
            await sessions.EndAllAsync(account.Id, except: context.User.SessionNumber(), context.RequestAborted);
            log.LogInformation("{Account} has a new password", account.UserName);
        }

        return [.. result.Errors];
    }

    private async Task<string?> ProblemAsync(HttpContext context, Account account, string? current) => await passwords.TryAsync(context, account.UserName, current) switch
    {
        SignInOutcome.Welcome => null,
        SignInOutcome.Wait(var time) => Waiting.InWords(time),
        _ => "This is not your current password.",
    };
}
