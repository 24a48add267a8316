using RunRecovery.Core.Data;

namespace RunRecovery.Web.Caching;

/// <summary>Another process may save too, an import for example. The database is asked often enough that its readers do not wait long.</summary>
public sealed class DatabaseWatch(IServiceScopeFactory scopes, BlogChanges changes, TimeProvider clock, ILogger<DatabaseWatch> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _looking = new(1);
    private AsyncServiceScope? _scope;
    private long? _seen;

    /// <summary>Announces a change by another process, once. A save of our own is announced a second time, which costs little.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            // It asks so often that its connection stays open.
            _scope ??= scopes.CreateAsyncScope();
            var now = await _scope.Value.ServiceProvider.GetRequiredService<BlogContext>().SavesAsync(cancel);
            if (_seen is { } before && before != now)
            {
                changes.Announce();
            }

            _seen = now;
        }
        finally
        {
            _looking.Release();
        }
    }

    public override void Dispose()
    {
        _scope?.Dispose();
        _looking.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it is, readers still get what there was, and the next look may succeed.
                log.LogWarning(failure, "The database could not be asked for changes");
            }

            // A pause after each look: a timer would ring for every pause that a clock set forward leaves out.
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
