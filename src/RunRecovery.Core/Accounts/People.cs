using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Accounts;

/// <summary>Who writes here, and as what. There is always an owner who can sign in.</summary>
public sealed class People(BlogContext db, UserManager<Account> accounts, SessionStore sessions, InvitationStore invitations, TimeProvider clock)
{
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancel = default) =>
        await db.Accounts.AsNoTracking().OrderBy(a => a.RemovedAt != null).ThenByDescending(a => a.Role).ThenBy(a => a.NormalizedUserName).ToListAsync(cancel);

    /// <summary>False for somebody who is not here, and for the last owner.</summary>
    public Task<bool> ChangeRoleAsync(int accountId, Role role, CancellationToken cancel = default) => ChangeAsync(accountId, account => account.Role = role, cancel);

    /// <summary>They cannot sign in any more; their posts keep their name. False for somebody who is not here, and for the last owner.</summary>
    public Task<bool> RemoveAsync(int accountId, CancellationToken cancel = default) =>
        ChangeAsync(accountId, account => (account.RemovedAt, account.PasswordHash) = (clock.GetUtcNow().UtcDateTime, null), cancel);

    /// <summary>For somebody who lost the way to sign in, or comes back after a removal. Ends their sessions.</summary>
    /// <returns>The key of the invitation; null for somebody who was never here.</returns>
    public async Task<string?> InviteBackAsync(int accountId, CancellationToken cancel = default)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account)
        {
            return null;
        }

        await sessions.EndAllAsync(account.Id, cancel: cancel);
        return await invitations.ToComeBackAsync(account, cancel);
    }

    private async Task<bool> ChangeAsync(int accountId, Action<Account> change, CancellationToken cancel)
    {
        // Within a transaction, so that two owners who remove each other at once do not both succeed.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.RemovedAt == null, cancel) is not { } account)
        {
            return false;
        }

        change(account);
        await accounts.UpdateSecurityStampAsync(account);
        if (!await db.Accounts.AnyAsync(a => a.Role == Role.Owner && a.RemovedAt == null, cancel))
        {
            return false;
        }

        if (account.RemovedAt is not null)
        {
            await db.AccountPasskeys.Where(p => p.UserId == accountId).ExecuteDeleteAsync(cancel);
            await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancel);
            await sessions.EndAllAsync(accountId, cancel: cancel);
            await invitations.EndAllAsync(accountId, cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }
}
