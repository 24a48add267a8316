using Microsoft.AspNetCore.Identity;

namespace RunRecovery.Core.Accounts;

/// <summary>What became of an invitation. Everything but <see cref="Welcome"/> left it as it was.</summary>
public abstract record EnrolmentResult
{
    private EnrolmentResult()
    {
    }

    public sealed record Welcome(Account Account) : EnrolmentResult;

    /// <summary>There is no such invitation, or no longer.</summary>
    public sealed record Ended : EnrolmentResult;

    /// <param name="Problems">Their codes are those of <see cref="AccountName"/> and <see cref="PasswordRules"/>.</param>
    public sealed record Refused(IReadOnlyList<IdentityError> Problems) : EnrolmentResult;
}
