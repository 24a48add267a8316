using Microsoft.Extensions.DependencyInjection;

namespace RunRecovery.Core.Data;

/// <summary>
/// A small part of the database in memory, read anew after each save of this process. After <see cref="Lifetime"/> the database is asked
/// whether another process has changed it, an import for example.
/// </summary>
public abstract class Snapshot<T>(IServiceScopeFactory scopes, BlogChanges changes, TimeProvider clock) where T : class
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly Lock _reading = new();
    private volatile State? _state;

    protected T Current
    {
        get
        {
            if (_state is { } state && IsFresh(state))
            {
                return state.Value;
            }

            lock (_reading)
            {
                if (_state is not { } read || !IsFresh(read))
                {
                    _state = Renew(_state);
                }

                return _state.Value;
            }
        }
    }

    protected abstract T Read(BlogContext db);

    /// <summary>A cheap question whose answer changes when another process changes that of <see cref="Read"/>.</summary>
    protected abstract object Stamp(BlogContext db);

    private State Renew(State? old)
    {
        var (version, now) = (changes.Version, clock.GetUtcNow());
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<BlogContext>();
        // Before reading, so that a change in between is seen next time.
        var stamp = Stamp(db);
        return old is not null && old.Version == version && old.Stamp.Equals(stamp)
            ? old with { ReadAt = now }
            : new State(Read(db), stamp, version, now);
    }

    private bool IsFresh(State state) => state.Version == changes.Version && clock.GetUtcNow() - state.ReadAt < Lifetime;

    private sealed record State(T Value, object Stamp, long Version, DateTimeOffset ReadAt);
}
