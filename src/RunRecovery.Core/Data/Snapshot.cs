using Microsoft.Extensions.DependencyInjection;

namespace RunRecovery.Core.Data;

/// <summary>
/// A small part of the database in memory, read anew after each save of this process, and after <see cref="Lifetime"/> because another
/// process may have imported.
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
                    var version = changes.Version;
                    using var scope = scopes.CreateScope();
                    _state = new State(Read(scope.ServiceProvider.GetRequiredService<BlogContext>()), version, clock.GetUtcNow());
                }

                return _state.Value;
            }
        }
    }

    protected abstract T Read(BlogContext db);

    private bool IsFresh(State state) => state.Version == changes.Version && clock.GetUtcNow() - state.ReadAt < Lifetime;

    private sealed record State(T Value, long Version, DateTimeOffset ReadAt);
}
