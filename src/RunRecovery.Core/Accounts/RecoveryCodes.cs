using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Accounts;

/// <summary>Codes on paper, for the day on which password and passkeys are lost. Each opens the account once, to choose a new way in.</summary>
public sealed class RecoveryCodes(BlogContext db)
{
    public const int Count = 8;

    // Nothing that looks like something else.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Some 119 bits: a fast hash will do.</summary>
    private const int Length = 24;

    private const int GroupLength = 4;

    /// <summary>Earlier ones end. These can be seen once.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(int accountId, CancellationToken cancel = default)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(GroupLength).Select(group => new string(group)))).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Of(accountId).ExecuteDeleteAsync(cancel);
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = accountId, Hash = HashOf(code) }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    public Task<int> LeftAsync(int accountId, CancellationToken cancel = default) => Of(accountId).CountAsync(cancel);

    /// <summary>Whose code it was; null when it is none, or none any more. Of several who show it at once, one is let in.</summary>
    public async Task<Account?> UseAsync(string? code, CancellationToken cancel = default)
    {
        var hash = HashOf(code ?? "");
        var account = await db.RecoveryCodes.Where(c => c.Hash == hash).Join(db.Accounts.Where(a => a.RemovedAt == null), c => c.AccountId, a => a.Id, (_, account) => account).SingleOrDefaultAsync(cancel);
        return await db.RecoveryCodes.Where(c => c.Hash == hash).ExecuteDeleteAsync(cancel) == 1 ? account : null;
    }

    private IQueryable<RecoveryCode> Of(int accountId) => db.RecoveryCodes.Where(c => c.AccountId == accountId);

    /// <summary>However it was typed from the paper.</summary>
    private static string HashOf(string code) => SecretKey.HashOf(new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]));
}
