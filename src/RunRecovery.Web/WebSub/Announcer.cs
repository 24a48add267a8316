using System.Threading.Channels;
using RunRecovery.Core.Data;

namespace RunRecovery.Web.WebSub;

/// <summary>Has <see cref="Announcements"/> made: after each save, when the clock reaches the next one, and after a start those that are left from before.</summary>
public sealed class Announcer : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IServiceScopeFactory _scopes;
    private readonly BlogChanges _changes;
    private readonly TimeProvider _clock;
    private readonly ILogger<Announcer> _log;

    public Announcer(IServiceScopeFactory scopes, BlogChanges changes, HubOptions hub, TimeProvider clock, ILogger<Announcer> log)
    {
        (_scopes, _changes, _clock, _log) = (scopes, changes, clock, log);
        // Without a hub it is enough to empty the outbox once a day.
        if (hub.Address is not null)
        {
            _changes.Announced += Wake;
        }
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes it look whether there is something to tell.</summary>
    public void Wake() => _bell.Writer.TryWrite(true);

    public override void Dispose()
    {
        _changes.Announced -= Wake;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Before looking, so that a save in between wakes it again.
            _bell.Reader.TryRead(out _);
            await WaitUntilAsync(await LookAsync(stoppingToken), stoppingToken);
        }
    }

    /// <returns>When to look again, if nobody wakes it before.</returns>
    private async Task<DateTime> LookAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Announcements>().MakeAsync(cancel) ?? DateTime.MaxValue;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever it is, the outbox still has it.
            _log.LogWarning(failure, "Subscribers could not be told; this is tried again in {Pause}", AfterFailure);
            return Now + AfterFailure;
        }
    }

    private async Task WaitUntilAsync(DateTime next, CancellationToken cancel)
    {
        var wait = next - Now;
        var bell = _bell.Reader.WaitToReadAsync(cancel).AsTask().WaitAsync(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait, _clock, cancel);
        // The clock may have reached it before the wait had begun.
        if (Now < next)
        {
            await ((Task)bell).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancel.ThrowIfCancellationRequested();
    }
}
