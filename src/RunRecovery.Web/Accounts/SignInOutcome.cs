using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>What became of a try to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record Welcome(Account Account) : SignInOutcome;

    /// <summary>Nothing tells whether the name or the password is wrong.</summary>
    public sealed record Wrong : SignInOutcome;

    public sealed record Wait(TimeSpan For) : SignInOutcome;
}
