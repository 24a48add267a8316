using System.Globalization;
using System.Text;
using System.Xml;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Caching;

namespace RunRecovery.Web.Addresses;

/// <summary>What machines ask a site for, besides feeds.</summary>
public static class SiteFiles
{
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSiteFiles(this WebApplication app)
    {
        app.MapMethods(Links.Sitemap, GetAndHead, SitemapAsync).WithMetadata(new FinishedAttribute());
        app.MapMethods(Links.Robots, GetAndHead, (Links links) => Results.Text($"User-agent: *\nDisallow: /admin\n\nSitemap: {links.Absolute(Links.Sitemap)}\n"));
        app.MapMethods(Links.Health, GetAndHead, async (BlogContext db, CancellationToken cancel) =>
            await db.Database.CanConnectAsync(cancel) ? Results.Text("ok") : Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapMethods("/posts/{slug}.md", GetAndHead, async (string slug, PostRepository posts, CancellationToken cancel) =>
            await posts.FindPublishedAsync(PostKind.Post, slug, cancel) is { } post ? Results.Text(post.Markdown, "text/markdown", Encoding.UTF8) : Results.NotFound()).WithMetadata(new FinishedAttribute());
    }

    private static async Task<IResult> SitemapAsync(PostRepository posts, TaxonomyService taxonomy, RecoveryLibrary recovery, Links links, CancellationToken cancel)
    {
        var entries = (await posts.AllAddressesAsync(cancel)).Select(e => (Path: new PathString(e.Path).ToUriComponent(), ChangedAt: (DateTime?)e.ChangedAt)).ToList();
        entries.InsertRange(0, new[] { Links.Home, Links.Tips, Links.Archive, Links.Subscribe }.Select(p => (p, (DateTime?)null)));
        if (recovery.Planner is not null)
        {
            entries.AddRange(new[] { Links.Planner, Links.HeavyLegs, Links.Paces }.Select(p => (p, (DateTime?)null)));
        }

        if (recovery.Evidence is { } evidence)
        {
            entries.AddRange(evidence.All.Select(row => Links.OfEvidence(row.Id)).Prepend(Links.EvidenceTable).Select(p => (p, (DateTime?)null)));
        }

        foreach (var kind in Enum.GetValues<TermKind>())
        {
            entries.AddRange((await taxonomy.CountsAsync(kind, cancel)).Select(t => (Links.Of(t.Term), (DateTime?)null)));
        }

        var text = new MemoryStream();
        await using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true }))
        {
            const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
            await xml.WriteStartElementAsync(null, "urlset", Sitemap);
            foreach (var (path, changedAt) in entries)
            {
                await xml.WriteStartElementAsync(null, "url", Sitemap);
                await xml.WriteElementStringAsync(null, "loc", Sitemap, links.Absolute(path));
                if (changedAt is { } time)
                {
                    await xml.WriteElementStringAsync(null, "lastmod", Sitemap, time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                }

                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        return Results.Bytes(text.ToArray(), "application/xml; charset=utf-8");
    }
}
