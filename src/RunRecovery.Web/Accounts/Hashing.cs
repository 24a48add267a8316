using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>Compares passwords with their hashes, which takes a processor a tenth of a second: as many at once as there are processors, and a few wait.</summary>
public sealed class Hashing(IOptions<PasswordHasherOptions> options) : IDisposable
{
    private const int Waiting = 50;

    private readonly PasswordHasher<Account> _hasher = new(options);
    private readonly ConcurrencyLimiter _processors = new(new ConcurrencyLimiterOptions { PermitLimit = Environment.ProcessorCount, QueueLimit = Waiting });
    private readonly string _nobodys = new PasswordHasher<Account>(options).HashPassword(null!, SecretKey.New());

    /// <summary>For somebody who has no password, or does not exist, the same work is done.</summary>
    /// <returns>Null when too many wait.</returns>
    public async Task<bool?> IsRightAsync(Account? account, string? password, CancellationToken cancel)
    {
        using var lease = await _processors.AcquireAsync(cancellationToken: cancel);
        if (!lease.IsAcquired)
        {
            return null;
        }

        // Off the threads that answer readers.
        var hash = HashFor(account);
        var verdict = await Task.Run(() => _hasher.VerifyHashedPassword(account!, hash, password ?? ""), cancel);
        return hash != _nobodys && verdict != PasswordVerificationResult.Failed;
    }

    /// <summary>What a password is compared with.</summary>
    public string HashFor(Account? account) => account is { RemovedAt: null, PasswordHash: { } own } ? own : _nobodys;

    public void Dispose() => _processors.Dispose();
}
