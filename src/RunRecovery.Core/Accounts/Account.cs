using Microsoft.AspNetCore.Identity;

namespace RunRecovery.Core.Accounts;

/// <summary>Somebody who writes here. Its id is that of the invitation that it was made by, so that a passkey can name it before it exists.</summary>
public sealed class Account : IdentityUser<int>
{
    public const int MaxNameLength = 64;

    /// <summary>The name that readers see.</summary>
    public required string DisplayName { get; set; }

    public required Role Role { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>They may not sign in any more; their posts keep their name. Null: they may.</summary>
    public DateTime? RemovedAt { get; set; }
}
