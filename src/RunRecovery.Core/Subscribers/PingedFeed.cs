namespace RunRecovery.Core.Subscribers;

/// <summary>What another hub was told about a feed of ours.</summary>
public sealed class PingedFeed : Receiver
{
    /// <summary>Its address.</summary>
    public required string Hub { get; init; }
}
