namespace RunRecovery.Core.Accounts;

/// <summary>
/// A link that lets one person in once: the first owner, a further author, or somebody who lost the way to sign in. The ids are never
/// given out twice, because each account bears that of its own.
/// </summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public int Id { get; init; }
    public required string KeyHash { get; init; }
    public required Role Role { get; init; }

    /// <summary>A suggestion for the name of a new account.</summary>
    public string? Name { get; init; }

    /// <summary>The account that gets a new way to sign in; null: a new account.</summary>
    public int? AccountId { get; init; }

    /// <summary>Worth something only while nobody has an account.</summary>
    public bool IsSetUp { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Null: when it is used.</summary>
    public DateTime? ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }
}
