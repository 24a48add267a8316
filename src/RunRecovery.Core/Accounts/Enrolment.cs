using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Accounts;

/// <summary>Whom an invitation is for. A new account is not stored before it has a way to sign in.</summary>
public sealed record Invited(Invitation Invitation, Account Account);

/// <summary>How an invitation becomes an account, or the only way into one that there is. Whole or not at all, and once.</summary>
public sealed class Enrolment(BlogContext db, InvitationStore invitations, UserManager<Account> accounts, SessionStore sessions, TimeProvider clock)
{
    /// <param name="name">To sign in with; not asked for where there is an account.</param>
    /// <returns>Null when there is no such invitation, or no longer.</returns>
    public async Task<Invited?> FindAsync(string? key, string? name, CancellationToken cancel = default) => await invitations.FindAsync(key, cancel) switch
    {
        null => null,
        { AccountId: { } id } invitation => new Invited(invitation, await accounts.Users.SingleAsync(a => a.Id == id, cancel)),
        var invitation => new Invited(invitation, new Account
        {
            Id = invitation.Id,
            UserName = AccountName.Clean(name),
            DisplayName = AccountName.Clean(name),
            Role = invitation.Role,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }),
    };

    public async Task<EnrolmentResult> WithPasswordAsync(Invited invited, string? password, CancellationToken cancel = default)
    {
        var account = invited.Account;
        if (await accounts.ProblemsAsync(account, password) is { Count: > 0 } problems)
        {
            return new EnrolmentResult.Refused(problems);
        }

        // Before the transaction: it takes long, and writers wait for each other.
        var hash = accounts.PasswordHasher.HashPassword(account, password!);
        return await AcceptAsync(invited, hash, passkey: null, cancel);
    }

    public Task<EnrolmentResult> WithPasskeyAsync(Invited invited, UserPasskeyInfo passkey, CancellationToken cancel = default) =>
        AcceptAsync(invited, passwordHash: null, passkey, cancel);

    private async Task<EnrolmentResult> AcceptAsync(Invited invited, string? passwordHash, UserPasskeyInfo? passkey, CancellationToken cancel)
    {
        var (invitation, account) = invited;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await invitations.UseAsync(invitation, cancel))
        {
            return new EnrolmentResult.Ended();
        }

        // Whoever lost a way in does not know who found it.
        await db.AccountPasskeys.Where(p => p.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await sessions.EndAllAsync(account.Id, cancel: cancel);
        (account.PasswordHash, account.RemovedAt) = (passwordHash, null);
        var result = invitation.AccountId is null ? await accounts.CreateAsync(account) : await accounts.UpdateSecurityStampAsync(account);
        if (result.Succeeded && passkey is not null)
        {
            result = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        }

        if (!result.Succeeded)
        {
            return new EnrolmentResult.Refused([.. result.Errors]);
        }

        await transaction.CommitAsync(cancel);
        return new EnrolmentResult.Welcome(account);
    }
}
