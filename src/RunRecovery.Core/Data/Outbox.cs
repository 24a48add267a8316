using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Data;

/// <summary>What is yet to be told to subscribers. An entry stays until the work is done, whoever began it.</summary>
public sealed class Outbox(BlogContext db, TimeProvider clock)
{
    /// <summary>For posts that are saved at this moment: now, and when the clock publishes or hides one of them.</summary>
    internal static IEnumerable<OutboxEntry> EntriesFor(IEnumerable<Post> saved, DateTime now) =>
        saved.AsQueryable().ChangesAfter(now).Append(now).Distinct().Select(at => new OutboxEntry { DueAt = at });

    public Task<List<int>> DueAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Outbox.Where(e => e.DueAt <= now).Select(e => e.Id).ToListAsync(cancel);
    }

    /// <summary>When the next entry is due; null: there is none.</summary>
    public Task<DateTime?> NextAsync(CancellationToken cancel = default) => db.Outbox.MinAsync(e => (DateTime?)e.DueAt, cancel);

    public Task DoneAsync(IReadOnlyCollection<int> entries, CancellationToken cancel = default) =>
        entries.Count == 0 ? Task.CompletedTask : db.Outbox.Where(e => entries.Contains(e.Id)).ExecuteDeleteAsync(cancel);
}
