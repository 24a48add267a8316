using System.Runtime.InteropServices;

namespace RunRecovery.Web.Accounts;

/// <summary>
/// Counts failed tries, and says how long to wait for the next: some are free, then the wait doubles. The table has a fixed size, so nobody
/// fills the memory; who shares a place with a guesser waits with them, which hardly ever happens and which nobody can bring about.
/// </summary>
/// <param name="free">Failures after which there is no wait yet.</param>
/// <param name="longest">The longest wait.</param>
public sealed class FailureCount(int free, TimeSpan longest, TimeProvider clock)
{
    private const int Places = 16_384;

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Place[] _places = new Place[Places];

    /// <summary>Null: the try may be made, and counts as failed until <see cref="Forgive"/>. Else how long to wait.</summary>
    public TimeSpan? Try(string key)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        lock (_lock)
        {
            ref var place = ref Of(key);
            if (now - place.LastAt >= Forgotten)
            {
                place.Failures = 0;
            }

            var wait = place.LastAt + WaitAfter(place.Failures) - now;
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            place.Failures++;
            place.LastAt = now;
            return null;
        }
    }

    /// <summary>Takes the last try back: it succeeded.</summary>
    public void Forgive(string key)
    {
        lock (_lock)
        {
            ref var place = ref Of(key);
            place.Failures = Math.Max(0, place.Failures - 1);
        }
    }

    private TimeSpan WaitAfter(int failures) =>
        failures < free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, Math.Min(failures - free, 30))));

    // The hash of a text differs in each process, so nobody knows who shares a place.
    private ref Place Of(string key) => ref _places[(uint)key.GetHashCode(StringComparison.Ordinal) % Places];

    [StructLayout(LayoutKind.Auto)]
    private struct Place
    {
        public int Failures;
        public DateTime LastAt;
    }
}
