using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Accounts;

/// <summary>The only way to an account. What is returned is the key for the link; it can be seen once.</summary>
public sealed class InvitationStore(BlogContext db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>For the first owner. Null when there is an account. Earlier ones end.</summary>
    public async Task<string?> ToSetUpAsync(CancellationToken cancel = default)
    {
        await db.Invitations.Where(i => i.IsSetUp && i.UsedAt == null).ExecuteDeleteAsync(cancel);
        return await db.Accounts.AnyAsync(cancel) ? null : await AddAsync(key => new Invitation { KeyHash = key, Role = Role.Owner, IsSetUp = true, CreatedAt = Now }, cancel);
    }

    public Task<string> ToJoinAsync(Role role, string? name, CancellationToken cancel = default) =>
        AddAsync(key => new Invitation { KeyHash = key, Role = role, Name = name, CreatedAt = Now, ExpiresAt = Now + Invitation.Lifetime }, cancel);

    /// <summary>Earlier ones for this account end.</summary>
    public async Task<string> ToComeBackAsync(Account account, CancellationToken cancel = default)
    {
        await EndAllAsync(account.Id, cancel);
        return await AddAsync(key => new Invitation { KeyHash = key, Role = account.Role, AccountId = account.Id, CreatedAt = Now, ExpiresAt = Now + Invitation.Lifetime }, cancel);
    }

    /// <summary>Those by which somebody would come back, a recovery code's too.</summary>
    internal Task EndAllAsync(int accountId, CancellationToken cancel) => db.Invitations.Where(i => i.AccountId == accountId && i.UsedAt == null).ExecuteDeleteAsync(cancel);

    /// <summary>Null when there never was one, it was used or it is too old.</summary>
    public async Task<Invitation?> FindAsync(string? key, CancellationToken cancel = default)
    {
        var hash = SecretKey.HashOf(key ?? "");
        return await Open().SingleOrDefaultAsync(i => i.KeyHash == hash, cancel);
    }

    /// <summary>Those that may still be used, newest first; not that for the first owner.</summary>
    public async Task<IReadOnlyList<Invitation>> OpenAsync(CancellationToken cancel = default) =>
        await Open().Where(i => !i.IsSetUp).OrderByDescending(i => i.Id).ToListAsync(cancel);

    public Task WithdrawAsync(int id, CancellationToken cancel = default) => db.Invitations.Where(i => i.Id == id && i.UsedAt == null).ExecuteDeleteAsync(cancel);

    /// <summary>Within a transaction: of several who come at once, one is answered true.</summary>
    internal async Task<bool> UseAsync(Invitation invitation, CancellationToken cancel) =>
        await Open().Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, Now), cancel) == 1;

    private IQueryable<Invitation> Open()
    {
        var now = Now;
        return db.Invitations.AsNoTracking().Where(i => i.UsedAt == null && (i.ExpiresAt == null || i.ExpiresAt > now) && (!i.IsSetUp || !db.Accounts.Any()));
    }

    private async Task<string> AddAsync(Func<string, Invitation> invitation, CancellationToken cancel)
    {
        var key = SecretKey.New();
        db.Invitations.Add(invitation(SecretKey.HashOf(key)));
        await db.SaveChangesAsync(cancel);
        return key;
    }
}
