using Microsoft.AspNetCore.Identity;

namespace RunRecovery.Core.Accounts;

public static class AccountRules
{
    /// <summary>What is wrong with an account's name.</summary>
    public static Task<IReadOnlyList<IdentityError>> ProblemsAsync(this UserManager<Account> accounts, Account account) =>
        ErrorsOf(accounts.UserValidators.Select(rule => rule.ValidateAsync(accounts, account)));

    /// <summary>What is wrong with its name and with its new password.</summary>
    public static async Task<IReadOnlyList<IdentityError>> ProblemsAsync(this UserManager<Account> accounts, Account account, string? password) =>
    [
        .. await accounts.ProblemsAsync(account),
        .. await ErrorsOf(accounts.PasswordValidators.Select(rule => rule.ValidateAsync(accounts, account, password))),
    ];

    private static async Task<IReadOnlyList<IdentityError>> ErrorsOf(IEnumerable<Task<IdentityResult>> verdicts)
    {
        List<IdentityError> problems = [];
        foreach (var verdict in verdicts)
        {
            problems.AddRange((await verdict).Errors);
        }

        return problems;
    }
}
