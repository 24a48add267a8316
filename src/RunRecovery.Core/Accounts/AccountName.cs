using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace RunRecovery.Core.Accounts;

/// <summary>The name to sign in with: anything that can be typed and read.</summary>
public sealed class AccountName : IUserValidator<Account>
{
    public const string Code = "Name";

    public static string Clean(string? name) => (name ?? "").Trim();

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user)
    {
        if (Problem(user.UserName) is { } problem)
        {
            return Refused(problem);
        }

        return await manager.FindByNameAsync(user.UserName!) is { } other && other.Id != user.Id ? Refused("This name is taken.") : IdentityResult.Success;
    }

    /// <summary>What is wrong with a name, of whichever kind; null: nothing.</summary>
    public static string? Problem(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "A name has at least one letter."
        : name.Length > Account.MaxNameLength ? $"A name has at most {Account.MaxNameLength} characters."
        : name.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) ? "A name has no invisible characters."
        : null;

    private static IdentityResult Refused(string problem) => IdentityResult.Failed(new IdentityError { Code = Code, Description = problem });
}
