using RunRecovery.Core.Subscribers;

namespace RunRecovery.Web.WebSub;

/// <summary>Tells a hub elsewhere which feeds have changed; it fetches and delivers them itself.</summary>
public sealed class OtherHub(HubOptions options, ReceiverStore store, Topics topics) : IHub
{
    public async Task<IReadOnlyList<Receiver>> ReceiversAsync(CancellationToken cancel) =>
        await store.PingedFeedsAsync(options.Address!, await topics.AllAsync(cancel), cancel);

    public HttpRequestMessage Message(Receiver receiver, FeedDocument document) => new(HttpMethod.Post, options.Address)
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["hub.mode"] = "publish", ["hub.url"] = receiver.Topic }),
    };
}
