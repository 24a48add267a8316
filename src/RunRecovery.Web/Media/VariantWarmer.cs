using RunRecovery.Core.Media;

namespace RunRecovery.Web.Media;

/// <summary>
/// Makes the variants that nearly every browser asks for after start and after an import, so that no first reader waits. It leaves half of the
/// time to readers. <c>Media:Warm</c> (default true) switches it off.
/// </summary>
public sealed class VariantWarmer(MediaLibrary library, ImageVariants variants, TimeProvider clock, ILogger<VariantWarmer> log) : BackgroundService
{
    private const string Format = "avif";

    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, clock, stoppingToken);
        using var round = new PeriodicTimer(BetweenRounds, clock);
        do
        {
            try
            {
                await WarmAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it is, a full disk for example: readers still get the originals.
                log.LogWarning(failure, "Variants of pictures could not be made in advance");
            }
        }
        while (await round.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WarmAsync(CancellationToken cancel)
    {
        foreach (var item in library.All)
        {
            foreach (var width in MediaAddress.WidthsFor(item.Width ?? 0))
            {
                var began = clock.GetTimestamp();
                await variants.GetAsync(item, width, Format, cancel);
                await Task.Delay(clock.GetElapsedTime(began), clock, cancel);
            }
        }
    }
}
