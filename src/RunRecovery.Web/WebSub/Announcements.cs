using RunRecovery.Core.Data;
using RunRecovery.Core.Subscribers;

namespace RunRecovery.Web.WebSub;

/// <summary>
/// Works off the outbox: whoever lacks the current document of a feed is told. An entry leaves the outbox when all are told, or noted to be told
/// later; what each has is noted at once. So a crash at any moment loses nothing, and tells again at most what was on its way.
/// </summary>
public sealed class Announcements(
    Outbox outbox, ReceiverStore store, IEnumerable<IHub> hubs, Topics topics, PublicHttp http, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Announcements> log)
{
    /// <summary>Documents that are in memory together.</summary>
    private const int FeedsAtOnce = 32;

    private static readonly ParallelOptions TogetherAtMost = new() { MaxDegreeOfParallelism = 32 };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>When there is something to tell next, if nothing is saved before; null: never.</returns>
    public async Task<DateTime?> MakeAsync(CancellationToken cancel)
    {
        var due = await outbox.DueAsync(cancel);
        DateTime? lookAgainAt = null;
        // There is at most one. Without any there is nobody to tell.
        foreach (var hub in hubs)
        {
            var receivers = await hub.ReceiversAsync(cancel);
            foreach (var feeds in receivers.Where(r => due.Count > 0 || r.LookAgainAt <= Now).GroupBy(r => r.Topic).Chunk(FeedsAtOnce))
            {
                await TellAsync(hub, await FindWantingAsync(feeds, cancel), cancel);
            }

            lookAgainAt = receivers.Min(r => r.LookAgainAt);
        }

        await outbox.DoneAsync(due, cancel);
        var next = await outbox.NextAsync(cancel);
        return lookAgainAt is null || next < lookAgainAt ? next : lookAgainAt;
    }

    private async Task<List<(Receiver Receiver, FeedDocument Document)>> FindWantingAsync(IEnumerable<IGrouping<string, Receiver>> feeds, CancellationToken cancel)
    {
        var wanting = new List<(Receiver, FeedDocument)>();
        foreach (var feed in feeds)
        {
            var document = await topics.FindAsync(feed.Key, cancel);
            foreach (var receiver in feed)
            {
                if (document is null)
                {
                    await store.ForgetAsync(receiver, cancel);
                }
                else if (receiver.Lacks(document.Hash, Now))
                {
                    wanting.Add((receiver, document));
                }
                else if (receiver.DeliveredHash == document.Hash && receiver.LookAgainAt is not null)
                {
                    await store.NoteAsync(receiver, r => r.Delivered(document.Hash), cancel);
                }
            }
        }

        return wanting;
    }

    /// <summary>Those who answered last time come first, so that they do not wait for those who do not answer.</summary>
    private Task TellAsync(IHub hub, List<(Receiver Receiver, FeedDocument Document)> wanting, CancellationToken cancel) =>
        Parallel.ForEachAsync(wanting.OrderBy(w => w.Receiver.Tries), TogetherAtMost, async (one, _) =>
        {
            using var message = hub.Message(one.Receiver, one.Document);
            var answer = await http.SendAsync(message, 0, cancel);
            // In a scope of its own, as others answer at the same time.
            await using var scope = scopes.CreateAsyncScope();
            await NoteAsync(scope.ServiceProvider.GetRequiredService<ReceiverStore>(), one.Receiver, one.Document.Hash, answer, message.RequestUri!.IdnHost, cancel);
        });

    private async Task NoteAsync(ReceiverStore notes, Receiver receiver, string hash, PublicAnswer answer, string host, CancellationToken cancel)
    {
        if (answer.IsYes)
        {
            await notes.NoteAsync(receiver, r => r.Delivered(hash), cancel);
            log.LogDebug("{Host} was told about {Topic}", host, receiver.Topic);
        }
        else if (answer.IsGone && receiver is Subscription)
        {
            await notes.ForgetAsync(receiver, cancel);
            log.LogInformation("{Host} does not want {Topic} any more", host, receiver.Topic);
        }
        else
        {
            var now = Now;
            await notes.NoteAsync(receiver, r => r.Failed(hash, now), cancel);
            log.LogWarning("{Host} could not be told about {Topic}: {Answer}; {Next}", host, receiver.Topic, answer,
                receiver.IsGivenUp ? "given up until the feed changes again" : $"next try at {receiver.LookAgainAt:u}");
        }
    }
}
