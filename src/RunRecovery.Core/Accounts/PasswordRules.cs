using Microsoft.AspNetCore.Identity;

namespace RunRecovery.Core.Accounts;

/// <summary>Long, and nothing that is tried first. Any characters, whole: no rule about their kinds, none is cut off.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const string Code = "Password";
    public const int MinLength = 12;
    public const int MaxLength = 256;

    /// <summary>Of the number of guesses after which a cracker who knows how people choose has it.</summary>
    private const double WantedBits = 28;

    /// <summary>Whether a password is common shows in its beginning, and to look at a long one takes long.</summary>
    private const int LookedAt = 64;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Problem(user, password) is { } problem ? IdentityResult.Failed(new IdentityError { Code = Code, Description = problem }) : IdentityResult.Success);

    /// <summary>What every rule says.</summary>
    public static async Task<IReadOnlyList<IdentityError>> JudgeAsync(UserManager<Account> manager, Account user, string? password)
    {
        List<IdentityError> problems = [];
        foreach (var rule in manager.UserValidators.Select(v => v.ValidateAsync(manager, user)).Concat(manager.PasswordValidators.Select(v => v.ValidateAsync(manager, user, password))))
        {
            problems.AddRange((await rule).Errors);
        }

        return problems;
    }

    private static string? Problem(Account account, string? password)
    {
        var length = password?.EnumerateRunes().Count() ?? 0;
        if (length < MinLength)
        {
            return $"A password has at least {MinLength} characters; this one has {length}. Four words that do not belong together are a good one.";
        }

        if (password!.Length > MaxLength)
        {
            return $"A password has at most {MaxLength} characters.";
        }

        var looked = password[..Math.Min(password.Length, LookedAt)];
        var estimate = Zxcvbn.Zxcvbn.MatchPassword(looked, [account.UserName!, account.DisplayName]);
        return estimate.Entropy < WantedBits ? "This password is among those that are tried first. Four words that do not belong together are a good one." : null;
    }
}
