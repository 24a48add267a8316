using RunRecovery.Core.Posts;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Recovery;

/// <summary>Which posts and tips that visitors see cite what. One query for all pages that ask, until what visitors see changes.</summary>
public sealed class CitingTexts(IServiceScopeFactory scopes, Freshness freshness)
{
    private volatile Reading? _reading;

    public async Task<Citations> NowAsync(CancellationToken cancel)
    {
        if (_reading is { } known && freshness.IsRunning(known.Span))
        {
            return known.Citations;
        }

        // Before asking, so that a save in between is seen next time.
        var span = await freshness.NowAsync(cancel);
        await using var scope = scopes.CreateAsyncScope();
        var citations = new Citations(await scope.ServiceProvider.GetRequiredService<PostRepository>().CitingPostsAndTipsAsync(cancel));
        _reading = new Reading(span, citations);
        return citations;
    }

    private sealed record Reading(Freshness.Span Span, Citations Citations);
}

/// <summary>Posts, newest first, then tips, in their usual order, as visitors see them.</summary>
public sealed class Citations
{
    /// <summary>A plan looks at the newest of each measure only, so that a blog with thousands of posts answers as fast.</summary>
    private const int NewestPosts = 20;

    private readonly ILookup<string, PostSummary> _bySource;
    private readonly ILookup<string?, PostSummary> _tipsByPhase;

    internal Citations(IReadOnlyList<PostSummary> texts)
    {
        All = [.. texts.Where(text => text.Sources.Count > 0)];
        Tips = [.. texts.Where(text => text.Kind == PostKind.Tip)];
        _bySource = All.SelectMany(text => text.Sources.Distinct(), (text, id) => (text, id)).ToLookup(cited => cited.id, cited => cited.text);
        _tipsByPhase = Tips.ToLookup(tip => tip.Phase);
    }

    /// <summary>Those that cite something.</summary>
    public IReadOnlyList<PostSummary> All { get; }

    /// <summary>Every one, whether it cites something or not.</summary>
    public IReadOnlyList<PostSummary> Tips { get; }

    public IEnumerable<PostSummary> TipsOf(string phase) => _tipsByPhase[phase];

    /// <summary>The newest posts that name this very id.</summary>
    public IEnumerable<PostSummary> PostsOf(string id) => _bySource[id].TakeWhile(text => text.Kind == PostKind.Post).Take(NewestPosts);

    /// <summary>Those that name this very id, of evidence or of a source.</summary>
    public IEnumerable<PostSummary> Of(string id) => _bySource[id];
}
