using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Caching;

/// <summary>How long what visitors see stays as it is: until the next save, or until the clock publishes or hides a post.</summary>
public sealed class Freshness(IServiceScopeFactory scopes, BlogChanges changes, TimeProvider clock)
{
    private volatile Span? _span;

    /// <summary>The span that is running now. A save or the clock ends it.</summary>
    public async Task<Span> NowAsync(CancellationToken cancel)
    {
        if (_span is { } known && IsRunning(known))
        {
            return known;
        }

        // Before asking, so that a save in between is seen next time.
        var version = changes.Version;
        await using var scope = scopes.CreateAsyncScope();
        var until = await scope.ServiceProvider.GetRequiredService<PostRepository>().NextChangeAsync(cancel);
        return _span = new Span(version, clock.GetUtcNow().UtcDateTime, until ?? DateTime.MaxValue);
    }

    public bool IsRunning(Span span) => span.Version == changes.Version && clock.GetUtcNow().UtcDateTime < span.Until;

    /// <param name="Version">Of <see cref="BlogChanges"/>.</param>
    /// <param name="From">UTC; nothing has changed since.</param>
    /// <param name="Until">UTC.</param>
    public sealed record Span(long Version, DateTime From, DateTime Until);
}
