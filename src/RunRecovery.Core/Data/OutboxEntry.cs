namespace RunRecovery.Core.Data;

/// <summary>From this moment on, subscribers may have to be told something. Written in the transaction of the save itself, so that no crash loses it.</summary>
public sealed class OutboxEntry
{
    public int Id { get; init; }
    public required DateTime DueAt { get; init; }
}
