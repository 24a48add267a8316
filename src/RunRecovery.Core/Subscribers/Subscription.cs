namespace RunRecovery.Core.Subscribers;

/// <summary>A feed is delivered to this address until the lease ends.</summary>
public sealed class Subscription : Receiver
{
    public required string Callback { get; init; }

    /// <summary>That of the callback.</summary>
    public required string Host { get; init; }

    /// <summary>Signs what is delivered; null: nothing is signed. Never shown or logged.</summary>
    public string? Secret { get; private set; }

    public DateTime LeaseEndsAt { get; private set; }

    public void Renew(string? secret, DateTime leaseEndsAt) => (Secret, LeaseEndsAt) = (secret, leaseEndsAt);

    /// <param name="hash">Of the document at the time of the request: what changed since then is still to be delivered.</param>
    internal void BeginWith(string hash, DateTime now) => (DeliveredHash, LookAgainAt) = (hash, now);
}
