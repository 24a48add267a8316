using Microsoft.Extensions.DependencyInjection;

namespace RunRecovery.Core.Data;

/// <summary>A small part of the database in memory, read anew when <see cref="BlogChanges"/> says that something was saved.</summary>
public abstract class Snapshot<T>(IServiceScopeFactory scopes, BlogChanges changes) where T : class
{
    private readonly Lock _reading = new();
    private volatile State? _state;

    /// <summary>May ask the database; whoever looks up many things takes it once.</summary>
    public T Current
    {
        get
        {
            if (_state is { } state && state.Version == changes.Version)
            {
                return state.Value;
            }

            lock (_reading)
            {
                if (_state is not { } read || read.Version != changes.Version)
                {
                    // Before reading, so that a change in between is seen next time.
                    var version = changes.Version;
                    using var scope = scopes.CreateScope();
                    _state = new State(Read(scope.ServiceProvider.GetRequiredService<BlogContext>()), version);
                }

                return _state.Value;
            }
        }
    }

    protected abstract T Read(BlogContext db);

    private sealed record State(T Value, long Version);
}
