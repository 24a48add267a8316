using System.Security.Cryptography;
using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.WebSub;

/// <summary>The feeds that can be subscribed to, by their absolute addresses. Archives are none: they do not change.</summary>
public sealed class Topics(FeedBuilder builder, FeedList list, Links links)
{
    public bool IsOne(string topic) => Parse(topic) is { } address && links.Absolute(address.Path) == topic;

    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancel = default) =>
        [.. (await list.AllAsync(cancel)).SelectMany(g => g.Feeds).SelectMany(f => FeedFormats.All.Select(f.Path)).Select(links.Absolute)];

    /// <summary>What the feed says now; of one that moved, at its new address. Null: it is gone, or never was.</summary>
    public async Task<FeedDocument?> FindAsync(string topic, CancellationToken cancel = default) =>
        Parse(topic) is { } address ? await FindAsync(address, mayMove: true, cancel) : null;

    private static FeedAddress? Parse(string topic) =>
        Uri.TryCreate(topic, UriKind.Absolute, out var address) && FeedAddress.Parse(Uri.UnescapeDataString(address.AbsolutePath)) is { Archive: null } feed ? feed : null;

    private async Task<FeedDocument?> FindAsync(FeedAddress address, bool mayMove, CancellationToken cancel) => await builder.BuildAsync(address, cancel) switch
    {
        FeedLookup.Found { Feed: var feed } => new FeedDocument(FeedBuilder.Write(feed, address.Format), address.Format.ContentTypeInUtf8, feed.Link!),
        FeedLookup.Moved { Path: var path } when mayMove && FeedAddress.Parse(Uri.UnescapeDataString(path)) is { } now => await FindAsync(now, mayMove: false, cancel),
        _ => null,
    };
}

/// <param name="Link">The header of that name: where the feed and its hub are.</param>
public sealed record FeedDocument(byte[] Bytes, string ContentType, string Link)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
