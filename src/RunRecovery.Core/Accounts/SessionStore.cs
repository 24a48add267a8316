using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Accounts;

/// <summary>Who is signed in where.</summary>
public sealed class SessionStore(BlogContext db, TimeProvider clock)
{
    /// <summary>How exactly it is known when somebody was last seen: a write for each request would be one too many.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The key that the browser shows with each request.</returns>
    public async Task<string> OpenAsync(int accountId, string device, CancellationToken cancel = default)
    {
        await ForgetEndedAsync(cancel);
        var key = SecretKey.New();
        db.Sessions.Add(new Session { KeyHash = SecretKey.HashOf(key), AccountId = accountId, Device = device, CreatedAt = Now, SeenAt = Now });
        await db.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>Null when the session has ended.</summary>
    public async Task<(Session Session, Account Account)?> FindAsync(string key, CancellationToken cancel = default)
    {
        var hash = SecretKey.HashOf(key);
        var found = await Alive().Where(s => s.KeyHash == hash)
            .Join(db.Accounts.AsNoTracking().Where(a => a.RemovedAt == null), s => s.AccountId, a => a.Id, (session, account) => new { session, account })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        if (Now - found.session.SeenAt >= SeenEvery)
        {
            await db.Sessions.Where(s => s.Id == found.session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, Now), cancel);
        }

        return (found.session, found.account);
    }

    /// <summary>Last seen first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(int accountId, CancellationToken cancel = default) =>
        await Alive().Where(s => s.AccountId == accountId).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.Id).ToListAsync(cancel);

    public Task EndAsync(string key, CancellationToken cancel = default)
    {
        var hash = SecretKey.HashOf(key);
        return db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancel);
    }

    public Task EndAsync(int accountId, int id, CancellationToken cancel = default) =>
        db.Sessions.Where(s => s.AccountId == accountId && s.Id == id).ExecuteDeleteAsync(cancel);

    /// <param name="except">The session that goes on, if any.</param>
    public Task EndAllAsync(int accountId, int? except = null, CancellationToken cancel = default) =>
        db.Sessions.Where(s => s.AccountId == accountId && s.Id != except).ExecuteDeleteAsync(cancel);

    private IQueryable<Session> Alive()
    {
        var (seenAfter, createdAfter) = (Now - Session.Idle, Now - Session.Absolute);
        return db.Sessions.AsNoTracking().Where(s => s.SeenAt > seenAfter && s.CreatedAt > createdAfter);
    }

    private Task<int> ForgetEndedAsync(CancellationToken cancel)
    {
        var (seenAfter, createdAfter) = (Now - Session.Idle, Now - Session.Absolute);
        return db.Sessions.Where(s => s.SeenAt <= seenAfter || s.CreatedAt <= createdAfter).ExecuteDeleteAsync(cancel);
    }
}
