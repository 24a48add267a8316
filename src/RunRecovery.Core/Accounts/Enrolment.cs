using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Accounts;

/// <summary>How an invitation becomes an account, or a new way into one. Whole or not at all, and once.</summary>
public sealed class Enrolment(BlogContext db, InvitationStore invitations, UserManager<Account> accounts, SessionStore sessions, TimeProvider clock)
{
    /// <param name="name">To sign in with; not asked for where there is an account.</param>
    public async Task<EnrolmentResult> WithPasswordAsync(string? key, string? name, string? password, CancellationToken cancel = default)
    {
        if (await invitations.FindAsync(key, cancel) is not { } invitation)
        {
            return new EnrolmentResult.Ended();
        }

        var account = await AccountOfAsync(invitation, name);
        var problems = await PasswordRules.JudgeAsync(accounts, account, password);
        if (problems.Count > 0)
        {
            return new EnrolmentResult.Refused(problems);
        }

        // Before the transaction: it takes long, and writers wait for each other.
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password!);
        return await AcceptAsync(invitation, account, () => Task.FromResult(IdentityResult.Success), cancel);
    }

    private async Task<Account> AccountOfAsync(Invitation invitation, string? name) => invitation.AccountId is { } id
        ? await accounts.Users.SingleAsync(a => a.Id == id)
        : new Account { Id = invitation.Id, UserName = AccountName.Clean(name), DisplayName = AccountName.Clean(name), Role = invitation.Role, CreatedAt = clock.GetUtcNow().UtcDateTime };

    private async Task<EnrolmentResult> AcceptAsync(Invitation invitation, Account account, Func<Task<IdentityResult>> further, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await invitations.UseAsync(invitation, cancel))
        {
            return new EnrolmentResult.Ended();
        }

        account.RemovedAt = null;
        var result = invitation.AccountId is null ? await accounts.CreateAsync(account) : await accounts.UpdateSecurityStampAsync(account);
        result = result.Succeeded ? await further() : result;
        if (!result.Succeeded)
        {
            return new EnrolmentResult.Refused([.. result.Errors]);
        }

        await sessions.EndAllAsync(account.Id, cancel: cancel);
        await transaction.CommitAsync(cancel);
        return new EnrolmentResult.Welcome(account);
    }
}
