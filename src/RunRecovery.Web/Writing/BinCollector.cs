using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Writing;

/// <summary>Empties the bin of what has lain in it long enough: at start, and once a day.</summary>
public sealed class BinCollector(IServiceScopeFactory scopes, TimeProvider clock, ILogger<BinCollector> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var round = new PeriodicTimer(Round, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<Bin>().EmptyAsync(stoppingToken) is > 0 and var posts)
                {
                    log.LogInformation("{Posts} posts were taken out of the bin for good", posts);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it is, they lie there a day longer.
                log.LogWarning(failure, "The bin could not be emptied");
            }
        }
        while (await round.WaitForNextTickAsync(stoppingToken));
    }
}
