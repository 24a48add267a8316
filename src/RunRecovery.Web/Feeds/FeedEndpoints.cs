namespace RunRecovery.Web.Feeds;

public static class FeedEndpoints
{
    public static void MapFeeds(this WebApplication app) =>
        app.MapMethods(Links.Rss, [HttpMethods.Get, HttpMethods.Head], async (RssFeed feed, CancellationToken cancel) =>
            Results.Bytes(await feed.WriteAsync(cancel), "application/rss+xml; charset=utf-8"));
}
