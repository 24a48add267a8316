namespace RunRecovery.Core.Accounts;

/// <summary>Somebody is signed in, in one browser. Without this row the browser's cookie is worth nothing.</summary>
public sealed class Session
{
    /// <summary>Ends when nobody came for so long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>Ends in any case.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromDays(90);

    public int Id { get; init; }
    public required string KeyHash { get; init; }
    public required int AccountId { get; init; }

    /// <summary>The browser, in plain words.</summary>
    public required string Device { get; init; }

    public DateTime CreatedAt { get; init; }
    public DateTime SeenAt { get; set; }
}
