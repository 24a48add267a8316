namespace RunRecovery.Core.Subscribers;

/// <summary>Somebody who is told when a feed has changed. What it was told last makes telling it again harmless: the same is never told twice.</summary>
public abstract class Receiver
{
    /// <summary>After each failed try. After the one that follows the last pause, nothing is tried until the feed changes again.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    public int Id { get; init; }

    /// <summary>The absolute address of the feed.</summary>
    public required string Topic { get; init; }

    /// <summary>Of the document it has.</summary>
    public string? DeliveredHash { get; protected set; }

    /// <summary>Of the document that could not be delivered; null: there is none.</summary>
    public string? TriedHash { get; private set; }

    public int Tries { get; private set; }

    /// <summary>When to look again whether it has the current document; null: at the next change.</summary>
    public DateTime? LookAgainAt { get; protected set; }

    public bool IsGivenUp => Tries > Pauses.Length;

    public bool Lacks(string hash, DateTime now) => hash != DeliveredHash && (hash != TriedHash || LookAgainAt <= now);

    public void Delivered(string hash) => (DeliveredHash, TriedHash, Tries, LookAgainAt) = (hash, null, 0, null);

    public void Failed(string hash, DateTime now)
    {
        Tries = hash == TriedHash ? Tries + 1 : 1;
        TriedHash = hash;
        LookAgainAt = IsGivenUp ? null : now + Pauses[Tries - 1];
    }
}
