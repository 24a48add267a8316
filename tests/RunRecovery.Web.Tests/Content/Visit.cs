using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Web.Tests.Content;

/// <summary>Everything a visitor, a feed reader or an old link can get from a blog.</summary>
public static partial class Visit
{
    private static readonly string[] Doors =
        ["/", "/sitemap.xml", "/feeds.opml", "/robots.txt", "/rss.xml", "/atom.xml", "/feed.json", "/tips/rss.xml", "/tips/atom.xml", "/tips/feed.json", "/categories", "/tags", "/series", "/page/2", "/archive"];

    public static async Task<SortedDictionary<string, Answer>> AllAsync(BlogApplication blog, IEnumerable<string> also)
    {
        using var browser = blog.Browser();
        var answers = new SortedDictionary<string, Answer>(StringComparer.Ordinal);
        var toSee = new Queue<string>(Doors.Concat(also));
        while (toSee.TryDequeue(out var address))
        {
            if (answers.ContainsKey(address))
            {
                continue;
            }

            using var response = await browser.GetAsync(address);
            var answer = new Answer(response.StatusCode, $"{response.Headers.Location}", $"{response.Headers.ETag}", await response.Content.ReadAsByteArrayAsync());
            answers.Add(address, answer);
            if (answer.Location.Length > 0)
            {
                toSee.Enqueue(answer.Location.Replace("http://localhost:5000", "", StringComparison.Ordinal));
            }

            if (response.Content.Headers.ContentType?.MediaType is not (null or "text/markdown" or "text/plain") and var type && !type.StartsWith("image/", StringComparison.Ordinal) && !type.StartsWith("video/", StringComparison.Ordinal))
            {
                foreach (var found in AddressesIn(answer.Text))
                {
                    toSee.Enqueue(found);
                }
            }
        }

        return answers;
    }

    /// <summary>Addresses that are or were, and those that belong to them.</summary>
    public static Task<List<string>> FormerAsync(BlogApplication blog) => blog.Ask<BlogContext, List<string>>(async db =>
    {
        var posts = (await db.Posts.AsNoTracking().ToListAsync()).Select(p => p.Path);
        var addresses = await db.PublishedAddresses.Select(a => a.Path).ToListAsync();
        var terms = await db.Terms.Select(t => new { t.Kind, t.Slug }).ToListAsync();
        var former = await db.FormerTerms.Select(t => new { t.Kind, t.Slug }).ToListAsync();
        var ofTerms = terms.Concat(former).Select(t => Links.Of(t.Kind, t.Slug)).SelectMany(t => new[] { t, $"{t}/rss.xml", $"{t}/atom.xml", $"{t}/feed.json" });
        return [.. posts.Concat(addresses).SelectMany(p => new[] { p, $"{p}.md" }).Concat(ofTerms).Distinct()];
    });

    private static IEnumerable<string> AddressesIn(string text) => Address.Matches(WebUtility.HtmlDecode(text)).Select(found => found.Groups["path"].Value)
        .Where(path => !path.StartsWith("//", StringComparison.Ordinal) && !TakesLong.IsMatch(path)).Select(path => path.Split('#')[0]).Distinct();

    /// <summary>Smaller pictures are made when they are asked for; their bytes depend on the picture alone.</summary>
    [GeneratedRegex("/[0-9]{3,}w\\.(?:avif|webp|png|jpg)")]
    private static partial Regex TakesLong { get; }

    [GeneratedRegex("(?:http://localhost:5000|href=\"|src=\"|srcset=\"|, )(?<path>/[^\"<>\\s\\\\]*)")]
    private static partial Regex Address { get; }
}

public sealed record Answer(HttpStatusCode Status, string Location, string Tag, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
