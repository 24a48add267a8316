using System.Globalization;
using System.Security.Cryptography;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Feeds.Checking;

namespace RunRecovery.Web.Feeds;

public static class FeedEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];
    private const string Version = "v";
    private static readonly FinishedAttribute FiveMinutes = new() { Seconds = 300 };
    private static readonly FinishedAttribute Archived = new() { Seconds = 300, Queries = [Version] };

    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .Configure<RouteOptions>(options => (options.ConstraintMap["feed"], options.ConstraintMap["archive"]) = (typeof(NewestConstraint), typeof(ArchiveConstraint)))
        .AddScoped<FeedBuilder>()
        .AddScoped<FeedList>()
        .AddScoped<FeedCheck>()
        .AddScoped<Opml>();

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var topic in new[] { "", "/tips", "/{terms:terms}/{slug}" })
        {
            app.MapMethods($"{topic}/{{feed:feed}}", GetAndHead, AnswerAsync).WithMetadata(FiveMinutes);
            app.MapMethods($"{topic}/{{feed:archive}}", GetAndHead, AnswerAsync).WithMetadata(Archived);
        }

        app.MapMethods(Links.Opml, GetAndHead, async (Opml opml, CancellationToken cancel) => Results.Bytes(await opml.WriteAsync(cancel), Opml.ContentType)).WithMetadata(FiveMinutes);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, FeedBuilder builder, CancellationToken cancel)
    {
        var address = FeedAddress.Parse(context.Request.Path.Value!)!;
        switch (await builder.BuildAsync(address, cancel))
        {
            case FeedLookup.Found { Feed: var feed } when address.Archive is null:
                await SendAsync(context.Response, feed, FeedBuilder.Write(feed, address.Format), address.Format);
                return Results.Empty;
            case FeedLookup.Found { Feed: var archive }:
                return await AnswerArchiveAsync(context, archive, FeedBuilder.Write(archive, address.Format), address);
            case FeedLookup.Moved moved:
                return Results.Redirect(new PathString(moved.Path).ToUriComponent(), permanent: true);
            case FeedLookup.Gone:
                return Results.StatusCode(StatusCodes.Status410Gone);
            default:
                return Results.NotFound();
        }
    }

    /// <summary>An archive is kept for ever, at an address that tells its bytes; from all its other addresses it is one step there.</summary>
    private static async Task<IResult> AnswerArchiveAsync(HttpContext context, Feed archive, byte[] bytes, FeedAddress address)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        if (context.Request.Query[Version] != version)
        {
            context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={FiveMinutes.Seconds}");
            return Results.Redirect($"{new PathString(address.Path).ToUriComponent()}?{Version}={version}", permanent: true);
        }

        context.Response.Headers.CacheControl = ForEver;
        await SendAsync(context.Response, archive, bytes, address.Format);
        return Results.Empty;
    }

    private static async Task SendAsync(HttpResponse response, Feed feed, byte[] bytes, IFeedFormat format)
    {
        response.ContentType = format.ContentTypeInUtf8;
        response.Headers.AccessControlAllowOrigin = "*";
        if (feed.Link is { } link)
        {
            response.Headers.Link = link;
        }

        await response.Body.WriteAsync(bytes);
    }

    /// <param name="isArchive">Only archives have a version in their query.</param>
    private abstract class FeedConstraint(bool isArchive) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            values[routeKey] is string name && FeedAddress.Parse($"/{name}") is { } address && address.Archive is not null == isArchive;
    }

    private sealed class NewestConstraint() : FeedConstraint(isArchive: false);

    private sealed class ArchiveConstraint() : FeedConstraint(isArchive: true);
}
