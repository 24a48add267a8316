using RunRecovery.Core.Subscribers;

namespace RunRecovery.Web.WebSub;

/// <summary>Who is told about changed feeds, and how.</summary>
public interface IHub
{
    Task<IReadOnlyList<Receiver>> ReceiversAsync(CancellationToken cancel);

    HttpRequestMessage Message(Receiver receiver, FeedDocument document);
}
