using System.Globalization;
using System.Net;
using System.Text;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds;

public sealed class Rules19To24HttpTests : FeedTests
{
    private static readonly string[] Documents = ["/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml", "/", "/posts/easy-days", "/tips", "/tags"];

    [Fact]
    public async Task Rule_19_the_tag_is_strong_and_the_same_on_200_and_304()
    {
        await Save(APost("easy-days") with { Tags = ["sleep"] });
        await Assert.AllAsync(Documents, async address =>
        {
            var first = await Get(address);

            var again = await Get(address, ("If-None-Match", first.Headers.ETag!.ToString()));

            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.False(first.Headers.ETag.IsWeak);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
            Assert.Equal(first.Content.Headers.LastModified, again.Content.Headers.LastModified);
            Assert.Equal(first.Headers.CacheControl!.ToString(), again.Headers.CacheControl!.ToString());
            Assert.Equal("Accept-Encoding", Assert.Single(again.Headers.Vary));
        });
    }

    [Fact]
    public async Task Rule_19_nobody_asks_the_database_for_what_is_finished()
    {
        await Save(APost("easy-days") with { Tags = ["sleep"] });
        await Assert.AllAsync(Documents, async address =>
        {
            var tag = (await Get(address)).Headers.ETag!.Tag;
            using var queries = new Queries(Blog.Data);

            Assert.Equal(HttpStatusCode.NotModified, (await Get(address, ("If-None-Match", tag))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Get(address)).StatusCode);

            Assert.Equal(0, queries.Count);
        });
    }

    [Fact]
    public async Task Rule_19_tags_match_in_every_form_that_proxies_give_them()
    {
        await Save(APost("easy-days"));
        var tag = (await Get("/rss.xml")).Headers.ETag!.Tag;
        (string Written, int Expected)[] cases =
        [
            ("W/{0}", 304),
            ("\"other\", {0}", 304),
            ("\"other\",W/{0} , \"third\"", 304),
            ("*", 304),
            ("{0}-gzip", 304),
            ("{0}-br", 304),
            ("\"other\"", 200),
            ("garbage", 200),
            ("", 200),
            ("\"", 200),
            (",,,", 200),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (written, expected) = it;
            // A proxy that compresses puts the coding inside the quotes.
            var sent = written.Contains('-', StringComparison.Ordinal)
                ? $"{tag[..^1]}{written[3..]}\""
                : string.Format(CultureInfo.InvariantCulture, written, tag);

            Assert.Equal(expected, (int)(await Get("/rss.xml", ("If-None-Match", sent))).StatusCode);
        });
    }

    [Fact]
    public async Task Rule_19_a_reader_that_only_knows_the_time_is_served_by_it()
    {
        // Dated yesterday, saved now: readers have not seen it before.
        await Save(APost("easy-days"));
        (string Since, int Expected)[] cases =
        [
            ("Tue, 24 Nov 2026 12:00:00 GMT", 304),
            ("Tue, 24 Nov 2026 11:59:59 GMT", 200),
            ("Mon, 23 Nov 2026 12:00:00 GMT", 200),
            ("yesterday", 200),
            ("2026-11-24", 200),
            ("", 200),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (since, expected) = it;
            Assert.Equal(expected, (int)(await Get("/rss.xml", ("If-Modified-Since", since))).StatusCode);
        });
    }

    [Fact]
    public async Task Rule_19_the_tag_wins_over_the_time()
    {
        await Save(APost("easy-days"));
        var first = await Get("/rss.xml");
        var time = first.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.OK, (await Get("/rss.xml", ("If-None-Match", "\"other\""), ("If-Modified-Since", time))).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await Get("/rss.xml", ("If-None-Match", first.Headers.ETag!.Tag), ("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"))).StatusCode);
    }

    [Fact]
    public async Task Rule_19_other_conditions_fail_as_the_standard_says()
    {
        await Save(APost("easy-days"));
        var tag = (await Get("/rss.xml")).Headers.ETag!.Tag;

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Get("/rss.xml", ("If-Match", "\"other\""))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get("/rss.xml", ("If-Match", tag))).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Get("/rss.xml", ("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"))).StatusCode);
    }

    [Fact]
    public async Task Rule_19_after_a_minor_edit_both_validators_are_new()
    {
        var saved = await Save(APost("easy-days"));
        var first = await Get("/rss.xml");
        Blog.Clock.Advance(TimeSpan.FromHours(1));
        await Save(APost("easy-days") with { Markdown = "Easy days!" }, saved);

        var byTag = await Get("/rss.xml", ("If-None-Match", first.Headers.ETag!.Tag));
        var byTime = await Get("/rss.xml", ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture)));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (byTag.StatusCode, byTime.StatusCode));
    }

    [Fact]
    public async Task Rule_19_after_a_restart_nobody_is_told_that_nothing_has_changed_who_saw_something_else()
    {
        var saved = await Save(APost("easy-days"));
        await Save(APost("older") with { Date = Now.AddDays(-2) });
        var seen = (await Get("/rss.xml")).Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture);
        await Save(APost("easy-days") with { Draft = true }, saved);
        await using var restarted = new BlogApplication { Data = Blog.Data, KeepsData = true };
        restarted.Clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = restarted.Browser();
        browser.DefaultRequestHeaders.TryAddWithoutValidation("If-Modified-Since", seen);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/rss.xml")).StatusCode);
    }

    [Fact]
    public async Task Rule_20_the_answer_may_be_kept_until_the_next_post_appears_and_no_longer()
    {
        await Save(APost("easy-days"));
        await Save(APost("soon") with { Date = Now.AddSeconds(100) });

        Assert.Equal(TimeSpan.FromSeconds(100), (await Get("/rss.xml")).Headers.CacheControl!.MaxAge);
        Assert.Single((await Read("/rss.xml")).Entries);
        Blog.Clock.Advance(TimeSpan.FromSeconds(99));
        Assert.Single((await Read("/rss.xml")).Entries);
        Assert.Equal(TimeSpan.FromSeconds(1), (await Get("/rss.xml")).Headers.CacheControl!.MaxAge);
        Blog.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await Read("/rss.xml")).Entries.Count);
        Assert.Equal(TimeSpan.FromSeconds(300), (await Get("/rss.xml")).Headers.CacheControl!.MaxAge);
        Assert.True((await Get("/rss.xml")).Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task Rule_20_an_expiring_post_bounds_the_answer_too()
    {
        await Save(APost("easy-days") with { ExpiresAt = Now.AddSeconds(30) });
        Assert.Equal(TimeSpan.FromSeconds(30), (await Get("/rss.xml")).Headers.CacheControl!.MaxAge);
        Blog.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Empty((await Read("/rss.xml")).Entries);
    }

    [Fact]
    public async Task Rule_20_feeds_are_compressed_for_those_who_take_it()
    {
        await Save(APost("easy-days") with { Markdown = new string('a', 2000) });
        var plain = await Get("/rss.xml");
        (string Accepted, string? Expected)[] cases =
        [
            ("gzip", "gzip"),
            ("br", "br"),
            ("gzip, deflate, br, zstd", "br"),
            ("br;q=0, gzip;q=0.5", "gzip"),
            ("gzip;q=0, *", null),
            ("*", "gzip"),
            ("identity", null),
            ("garbage;;q", null),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (accepted, expected) = it;
            var answer = await Get("/rss.xml", ("Accept-Encoding", accepted));

            Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(expected is null, plain.Headers.ETag!.Equals(answer.Headers.ETag));
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await Decoded(answer));
            Assert.Equal(HttpStatusCode.NotModified, (await Get("/rss.xml", ("If-None-Match", answer.Headers.ETag!.Tag))).StatusCode);
        });
    }

    [Fact]
    public async Task Rule_21_head_is_get_without_the_body()
    {
        await Save(APost("easy-days"));
        using var browser = Blog.Browser();
        (string Address, string Type)[] cases =
        [
            ("/rss.xml", "application/rss+xml; charset=utf-8"),
            ("/atom.xml", "application/atom+xml; charset=utf-8"),
            ("/feed.json", "application/feed+json; charset=utf-8"),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (address, type) = it;
            // HEAD first: what it makes must serve the GET too.
            using var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            using var get = await browser.GetAsync(address);

            Assert.Equal(type, head.Content.Headers.ContentType!.ToString());
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync());
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(Comparable(get), Comparable(head));

            static string[] Comparable(HttpResponseMessage answer) => [.. answer.Headers.Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal)];
        });
    }

    [Fact]
    public async Task Rule_22_a_moved_feed_redirects_a_deleted_one_is_gone_an_unknown_one_is_not_found()
    {
        await Save(APost("one") with { Tags = ["naps", "ice", "cold"] });
        await Blog.Ask<TaxonomyService, bool>(async taxonomy =>
        {
            await taxonomy.RenameAsync((await taxonomy.FindOrCreateAsync(TermKind.Tag, "naps")).Id, "Sleep");
            await taxonomy.DeleteAsync((await taxonomy.FindOrCreateAsync(TermKind.Tag, "ice")).Id);
            await taxonomy.MergeAsync((await taxonomy.FindOrCreateAsync(TermKind.Tag, "cold")).Id, (await taxonomy.FindOrCreateAsync(TermKind.Tag, "Sleep")).Id);
            return true;
        });
        string[] cases =
        [
            "rss.xml",
            "feed.json",
        ];

        await Assert.AllAsync(cases, async format =>
        {
            Assert.Equal((HttpStatusCode.MovedPermanently, $"/tags/sleep/{format}"), Moved(await Get($"/tags/naps/{format}")));
            Assert.Equal((HttpStatusCode.MovedPermanently, $"/tags/sleep/{format}"), Moved(await Get($"/tags/cold/{format}")));
            Assert.Equal(HttpStatusCode.Gone, (await Get($"/tags/ice/{format}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Get($"/tags/unknown/{format}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Get($"/{format.Replace(".", "-1.", StringComparison.Ordinal)}")).StatusCode);
        });
    }

    [Fact]
    public async Task Rule_22_a_topic_whose_posts_were_taken_back_has_an_empty_feed()
    {
        var saved = await Save(APost("one") with { Tags = ["naps"] });
        await Save(APost("one") with { Tags = ["naps"], Draft = true }, saved);

        Assert.Empty((await Read("/tags/naps/rss.xml")).Entries);
    }

    [Fact]
    public async Task Rule_22_where_readers_probe_they_are_led_to_the_feed_at_once()
    {
        (string Probed, string Expected)[] cases =
        [
            ("/feed", "/rss.xml"),
            ("/feed/", "/rss.xml"),
            ("/rss", "/rss.xml"),
            ("/RSS/", "/rss.xml"),
            ("/feed.xml", "/rss.xml"),
            ("/index.xml", "/rss.xml"),
            ("/atom", "/atom.xml"),
            ("/feed/atom", "/atom.xml"),
            ("/feed/atom/", "/atom.xml"),
            ("/index.json", "/feed.json"),
            ("/tags/sleep/feed/", "/tags/sleep/rss.xml"),
            ("/categories/recovery/atom", "/categories/recovery/atom.xml"),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (probed, expected) = it;
            Assert.Equal((HttpStatusCode.MovedPermanently, expected), Moved(await Get(probed)));
        });
    }

    [Fact]
    public async Task Rule_23_no_cookie_and_every_page_of_others_may_read_it()
    {
        await Assert.AllAsync(EveryFormat, async format =>
        {
            var answer = await Get($"/{format}");

            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        });
    }

    [Fact]
    public async Task Rule_24_a_feed_holds_twenty_entries_and_its_archives_the_rest()
    {
        await Publish(53);
        await Assert.AllAsync(EveryFormat, async format =>
        {
            var feed = await Read($"/{format}");
            var seen = feed.Entries.Select(e => e.Id).ToHashSet();
            var archives = 0;
            for (var older = feed.PreviousArchive; older is not null; archives++)
            {
                var (status, location) = Moved(await Get(new Uri(older).PathAndQuery));
                Assert.Equal(HttpStatusCode.MovedPermanently, status);
                var answer = await Get(location);
                Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
                var archive = ReadFeed.Parse(await answer.Content.ReadAsStringAsync());
                Assert.Equal(older, archive.Self);
                Assert.Equal(20, archive.Entries.Count);
                Assert.True(archive.IsArchive || format == "feed.json");
                seen.UnionWith(archive.Entries.Select(e => e.Id));
                older = archive.PreviousArchive;
            }

            Assert.Equal(20, feed.Entries.Count);
            Assert.Equal(2, archives);
            Assert.Equal(53, seen.Count);
        });
    }

    [Fact]
    public async Task Rule_24_an_archive_never_changes_at_its_address_a_changed_one_has_another()
    {
        var saved = await Publish(45, ["naps"]);
        var before = Moved(await Get("/atom-2.xml")).Location;
        var first = await Text(before);

        await Save(APost("newest") with { Date = Now });
        Assert.Equal(before, Moved(await Get("/atom-2.xml")).Location);
        Assert.Equal(first, await Text(before));
        await Save(APost("post-44", "Changed") with { Date = Now.AddHours(-44) }, saved[44]);
        Assert.Equal(before, Moved(await Get("/atom-2.xml")).Location);
        // Not only the posts themselves count.
        await Blog.Ask<TaxonomyService, bool>(async taxonomy => await taxonomy.RenameAsync((await taxonomy.FindOrCreateAsync(TermKind.Tag, "naps")).Id, "Sleep"));
        var after = Moved(await Get(before));

        Assert.Equal(HttpStatusCode.MovedPermanently, after.Status);
        Assert.NotEqual(before, after.Location);
        Assert.Equal(after, Moved(await Get("/atom-2.xml?v=whatever")));
    }

    [Fact]
    public async Task Rule_24_a_feed_has_at_most_512_KB_whatever_the_posts_hold()
    {
        var saved = await Publish(3);
        await Save(APost("huge") with { Markdown = $"The beginning.\n\n<!--more-->\n\n{string.Concat(Enumerable.Repeat("<b>word</b> \"&\" ", 30_000))}" }, null);
        await Save(APost("also-large") with { Markdown = string.Concat(Enumerable.Repeat("Words and words. ", 61_000)), Summary = string.Concat(Enumerable.Repeat("Long 😀", 10_000)) }, null);
        await Assert.AllAsync(EveryFormat, async format =>
        {
            var bytes = Encoding.UTF8.GetBytes(await Text($"/{format}"));
            var feed = await Read($"/{format}");

            Assert.True(bytes.Length <= 512 * 1024, $"{bytes.Length} bytes");
            Assert.Equal(5, feed.Entries.Count);
            Assert.Contains("read it on the page", feed.Entries.Single(e => e.Link.EndsWith("/huge", StringComparison.Ordinal)).Html, StringComparison.Ordinal);
            Assert.Equal("<p>Easy days.</p>", feed.Entries.Single(e => e.Link.EndsWith("/post-0", StringComparison.Ordinal)).Html);
            Assert.Equal(3, saved.Count);
        });
    }

    [Fact]
    public async Task A_blog_without_posts_has_a_feed_without_entries() => await Assert.AllAsync(EveryFormat, async format => Assert.Empty((await Read($"/{format}")).Entries));

    private async Task<List<SaveResult.Saved>> Publish(int count, IReadOnlyList<string>? tags = null)
    {
        var saved = new List<SaveResult.Saved>();
        for (var i = 0; i < count; i++)
        {
            saved.Add(await Save(APost($"post-{i}") with { Date = Now.AddHours(-i), Tags = tags ?? [] }));
        }

        return saved;
    }

    private async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var browser = Blog.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await browser.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }

    private static (HttpStatusCode Status, string Location) Moved(HttpResponseMessage answer) => (answer.StatusCode, answer.Headers.Location!.OriginalString);

    private static async Task<byte[]> Decoded(HttpResponseMessage answer)
    {
        await using var from = await answer.Content.ReadAsStreamAsync();
        await using Stream decoding = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new System.IO.Compression.GZipStream(from, System.IO.Compression.CompressionMode.Decompress),
            "br" => new System.IO.Compression.BrotliStream(from, System.IO.Compression.CompressionMode.Decompress),
            _ => from,
        };
        using var to = new MemoryStream();
        await decoding.CopyToAsync(to);
        return to.ToArray();
    }
}
