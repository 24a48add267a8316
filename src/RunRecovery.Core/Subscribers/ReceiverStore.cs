using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Subscribers;

/// <summary>Who is told about changes, and what each has been told.</summary>
public sealed class ReceiverStore(BlogContext db, TimeProvider clock)
{
    /// <summary>So that nobody can make this blog call a host of others again and again.</summary>
    public const int MostOfHost = 200;

    public const int Most = 10_000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those whose lease runs; the others are forgotten.</summary>
    public async Task<IReadOnlyList<Receiver>> SubscriptionsAsync(CancellationToken cancel = default)
    {
        var now = Now;
        await db.Subscriptions.Where(s => s.LeaseEndsAt <= now).ExecuteDeleteAsync(cancel);
        return await db.Subscriptions.AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>For a renewal always.</summary>
    public async Task<bool> HasRoomAsync(Uri callback, string topic, CancellationToken cancel = default) =>
        await Of(callback, topic).AnyAsync(cancel)
        || (await db.Subscriptions.CountAsync(s => s.Host == callback.IdnHost, cancel) < MostOfHost && await db.Subscriptions.CountAsync(cancel) < Most);

    /// <param name="hash">Of the document that the subscriber is taken to have.</param>
    public async Task SubscribeAsync(Uri callback, string topic, string? secret, TimeSpan lease, string hash, CancellationToken cancel = default)
    {
        var now = Now;
        var subscription = await Of(callback, topic).SingleOrDefaultAsync(cancel);
        if (subscription is null)
        {
            subscription = new Subscription { Callback = callback.AbsoluteUri, Host = callback.IdnHost, Topic = topic };
            subscription.BeginWith(hash, now);
            db.Subscriptions.Add(subscription);
        }

        subscription.Renew(secret, now + lease);
        await db.SaveChangesAsync(cancel);
    }

    public Task EndAsync(Uri callback, string topic, CancellationToken cancel = default) => Of(callback, topic).ExecuteDeleteAsync(cancel);

    /// <summary>What a hub was told about these feeds; nothing yet about those that are new.</summary>
    public async Task<IReadOnlyList<Receiver>> PingedFeedsAsync(string hub, IReadOnlyCollection<string> topics, CancellationToken cancel = default)
    {
        var known = await db.PingedFeeds.Where(f => f.Hub == hub).Select(f => f.Topic).ToListAsync(cancel);
        db.PingedFeeds.AddRange(topics.Except(known).Select(topic => new PingedFeed { Hub = hub, Topic = topic }));
        await db.SaveChangesAsync(cancel);
        return await db.PingedFeeds.AsNoTracking().Where(f => f.Hub == hub && topics.Contains(f.Topic)).ToListAsync(cancel);
    }

    /// <summary>Notes what became of a delivery. A renewal that came meanwhile stays.</summary>
    public async Task NoteAsync(Receiver receiver, Action<Receiver> outcome, CancellationToken cancel = default)
    {
        outcome(receiver);
        if (await FindAsync(receiver, cancel) is { } stored)
        {
            outcome(stored);
            await db.SaveChangesAsync(cancel);
        }
    }

    public async Task ForgetAsync(Receiver receiver, CancellationToken cancel = default)
    {
        if (await FindAsync(receiver, cancel) is { } stored)
        {
            db.Remove(stored);
            await db.SaveChangesAsync(cancel);
        }
    }

    private IQueryable<Subscription> Of(Uri callback, string topic) => db.Subscriptions.Where(s => s.Callback == callback.AbsoluteUri && s.Topic == topic);

    private async Task<Receiver?> FindAsync(Receiver receiver, CancellationToken cancel) => (Receiver?)await db.FindAsync(receiver.GetType(), [receiver.Id], cancel);
}
