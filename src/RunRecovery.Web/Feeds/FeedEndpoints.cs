using Microsoft.Net.Http.Headers;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Feeds.Checking;

namespace RunRecovery.Web.Feeds;

public static class FeedEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly FinishedAttribute FiveMinutes = new() { Seconds = 300, Queries = ["v"] };

    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .Configure<RouteOptions>(options => options.ConstraintMap["feed"] = typeof(FeedConstraint))
        .AddScoped<FeedBuilder>()
        .AddScoped<FeedList>()
        .AddScoped<FeedCheck>()
        .AddScoped<Opml>();

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var topic in new[] { "", "/tips", "/{terms:terms}/{slug}" })
        {
            app.MapMethods($"{topic}/{{feed:feed}}", GetAndHead, AnswerAsync).WithMetadata(FiveMinutes);
        }

        app.MapMethods(Links.Opml, GetAndHead, async (Opml opml, CancellationToken cancel) => Results.Bytes(await opml.WriteAsync(cancel), Opml.ContentType)).WithMetadata(FiveMinutes);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, FeedBuilder builder, CancellationToken cancel)
    {
        var address = FeedAddress.Parse(context.Request.Path.Value!)!;
        switch (await builder.BuildAsync(address, cancel))
        {
            case FeedLookup.Found found:
                await SendAsync(context.Response, found, address, context.Request.Query["v"]);
                return Results.Empty;
            case FeedLookup.Moved moved:
                return Results.Redirect(new PathString(moved.Path).ToUriComponent(), permanent: true);
            case FeedLookup.Gone:
                return Results.StatusCode(StatusCodes.Status410Gone);
            default:
                return Results.NotFound();
        }
    }

    private static async Task SendAsync(HttpResponse response, FeedLookup.Found found, FeedAddress address, string? wantedVersion)
    {
        var feed = found.Feed;
        response.ContentType = address.Format.ContentTypeInUtf8;
        response.Headers.AccessControlAllowOrigin = "*";
        // Some readers drop an answer that says it is no newer than the last one, whatever its tag.
        if (feed.ChangedAt is { } changed)
        {
            response.GetTypedHeaders().LastModified = changed;
        }

        if (feed.Link is { } link)
        {
            response.Headers.Link = link;
        }

        if (found.ArchiveVersion is { } version && version == wantedVersion)
        {
            response.Headers[HeaderNames.CacheControl] = ForEver;
        }

        await response.Body.WriteAsync(FeedBuilder.Write(feed, address.Format));
    }

    private sealed class FeedConstraint : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            values[routeKey] is string name && FeedAddress.Parse($"/{name}") is not null;
    }
}
