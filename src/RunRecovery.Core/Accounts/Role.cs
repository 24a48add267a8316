namespace RunRecovery.Core.Accounts;

/// <summary>What somebody may do at the desk. Each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Their own posts.</summary>
    Author = 1,

    /// <summary>Any post.</summary>
    Editor = 2,

    /// <summary>People too.</summary>
    Owner = 3,
}
