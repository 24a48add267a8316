namespace RunRecovery.Core.Accounts;

/// <summary>Signs in once, when password and passkeys are lost.</summary>
public sealed class RecoveryCode
{
    public int Id { get; init; }
    public required int AccountId { get; init; }
    public required string Hash { get; init; }
}
