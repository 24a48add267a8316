using System.Globalization;
using System.Security.Cryptography;
using RunRecovery.Core.Subscribers;

namespace RunRecovery.Web.WebSub;

/// <summary>Asks the callback whether its owner wants what was asked of the hub in its name (W3C WebSub, 5.3), and does it only then.</summary>
public sealed class Verification(PendingRequests pending, IServiceScopeFactory scopes, PublicHttp http, Announcer announcer, ILogger<Verification> log) : BackgroundService
{
    private const int TogetherAtMost = 8;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(pending.AllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = TogetherAtMost, CancellationToken = stoppingToken }, async (request, cancel) =>
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await VerifyAsync(request, scope.ServiceProvider.GetRequiredService<Topics>(), scope.ServiceProvider.GetRequiredService<ReceiverStore>(), cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it is, the others still get their answers, and this one may ask again.
                log.LogWarning(failure, "A request of {Host} to the hub could not be verified", request.Callback.IdnHost);
            }
            finally
            {
                pending.Done(request);
            }
        });

    private async Task VerifyAsync(HubRequest request, Topics topics, ReceiverStore store, CancellationToken cancel)
    {
        // Before asking, so that what is published meanwhile is still delivered.
        var document = request.IsSubscription ? await topics.FindAsync(request.Topic, cancel) : null;
        if (request.IsSubscription && await WhyDeniedAsync(request, document, store, cancel) is { } reason)
        {
            await AskAsync(request, [new("hub.mode", "denied"), new("hub.topic", request.Topic), new("hub.reason", reason)], 0, cancel);
            return;
        }

        if (!await IsWantedAsync(request, cancel))
        {
            return;
        }

        if (document is null)
        {
            await store.EndAsync(request.Callback, request.Topic, cancel);
        }
        else
        {
            await store.SubscribeAsync(request.Callback, request.Topic, request.Secret, request.Lease, document.Hash, cancel);
            announcer.Wake();
        }

        log.LogInformation("{Host}: {Mode} to {Topic} is done", request.Callback.IdnHost, request.Mode, request.Topic);
    }

    /// <summary>Null: it is not.</summary>
    private static async Task<string?> WhyDeniedAsync(HubRequest request, FeedDocument? document, ReceiverStore store, CancellationToken cancel) =>
        document is null ? "There is no such feed."
        : await store.HasRoomAsync(request.Callback, request.Topic, cancel) ? null
        : "There are too many subscriptions.";

    private async Task<bool> IsWantedAsync(HubRequest request, CancellationToken cancel)
    {
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var query = new List<KeyValuePair<string, string?>> { new("hub.mode", request.Mode), new("hub.topic", request.Topic), new("hub.challenge", challenge) };
        if (request.IsSubscription)
        {
            query.Add(new("hub.lease_seconds", request.Lease.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
        }

        var answer = await AskAsync(request, query, challenge.Length + 1, cancel);
        var isWanted = answer.IsYes && answer.Text == challenge;
        if (!isWanted)
        {
            log.LogInformation("{Host} did not confirm that it wants to {Mode}: {Answer}", request.Callback.IdnHost, request.Mode, answer);
        }

        return isWanted;
    }

    private async Task<PublicAnswer> AskAsync(HubRequest request, IEnumerable<KeyValuePair<string, string?>> query, int wanted, CancellationToken cancel)
    {
        var callback = new UriBuilder(request.Callback);
        callback.Query = QueryString.FromUriComponent(callback.Query).Add(QueryString.Create(query)).ToUriComponent();
        using var message = new HttpRequestMessage(HttpMethod.Get, callback.Uri);
        return await http.SendAsync(message, wanted, cancel);
    }
}
