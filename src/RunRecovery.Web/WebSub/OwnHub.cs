using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using RunRecovery.Core.Subscribers;

namespace RunRecovery.Web.WebSub;

/// <summary>Delivers whole feeds to those who have subscribed here, signed where they gave a secret.</summary>
public sealed class OwnHub(ReceiverStore store) : IHub
{
    public Task<IReadOnlyList<Receiver>> ReceiversAsync(CancellationToken cancel) => store.SubscriptionsAsync(cancel);

    public HttpRequestMessage Message(Receiver receiver, FeedDocument document)
    {
        var subscription = (Subscription)receiver;
        var message = new HttpRequestMessage(HttpMethod.Post, subscription.Callback) { Content = new ByteArrayContent(document.Bytes) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(document.ContentType);
        message.Headers.Add("Link", document.Link);
        if (subscription.Secret is { } secret)
        {
            message.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), document.Bytes))}");
        }

        return message;
    }
}
