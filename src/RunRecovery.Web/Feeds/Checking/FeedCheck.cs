using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Feeds.Checking;

/// <summary>Reads every feed document of the blog, from its bytes, the way a reader does, and finds what falls short of the rules.</summary>
public sealed class FeedCheck(FeedList list, FeedBuilder builder, PostRepository posts, MediaLibrary media, MediaFolder folder, SiteOptions site, Links links, TimeProvider clock)
{
    public async Task<FeedCheckReport> RunAsync(CancellationToken cancel = default)
    {
        var (blog, report) = (await StoredAsync(cancel), new FeedCheckReport());
        foreach (var topic in (await list.AllAsync(cancel)).SelectMany(group => group.Feeds).Select(feed => feed.Topic))
        {
            var chains = new List<FeedChain>();
            foreach (var format in FeedFormats.All)
            {
                chains.Add(await FollowAsync(new FeedAddress(topic, format), blog, report, cancel));
            }

            foreach (var (chain, fault) in TopicRules.Check(topic, chains, blog))
            {
                report.Add(chain.Newest.Path, fault);
            }
        }

        return report;
    }

    /// <summary>From the newest document through all archives, by nothing but the links in them.</summary>
    private async Task<FeedChain> FollowAsync(FeedAddress newest, StoredBlog blog, FeedCheckReport report, CancellationToken cancel)
    {
        var (followed, ids) = (new HashSet<string>(), new List<string>());
        var next = links.Absolute(newest.Path);
        while (next is not null)
        {
            if (!followed.Add(next))
            {
                report.Add(newest.Path, new Fault(24, $"its archives lead in a circle, at {next}."));
                break;
            }

            var document = await ReadAsync(next, blog, report, cancel);
            ids.AddRange(document?.Entries.Select(e => e.Id) ?? []);
            next = document?.PreviousArchive;
        }

        return new FeedChain(newest, ids);
    }

    private async Task<FeedDocument?> ReadAsync(string address, StoredBlog blog, FeedCheckReport report, CancellationToken cancel)
    {
        report.Documents++;
        var path = new Uri(blog.Base, address).AbsolutePath;
        if (FeedAddress.Parse(Uri.UnescapeDataString(path)) is not { } at || await builder.BuildAsync(at, cancel) is not FeedLookup.Found found)
        {
            report.Add(path, new Fault(24, "there is no such document."));
            return null;
        }

        if (FeedReader.Read(FeedBuilder.Write(found.Feed, at.Format), at.Format, address, out var problem) is not { } document)
        {
            report.Add(path, new Fault(FeedRules.WellFormed, problem));
            return null;
        }

        foreach (var fault in FeedRules.Check(document, blog))
        {
            report.Add(path, fault);
        }

        return document;
    }

    private async Task<StoredBlog> StoredAsync(CancellationToken cancel)
    {
        var stored = new List<Post>();
        foreach (var kind in new[] { PostKind.Post, PostKind.Tip })
        {
            stored.AddRange(await posts.PartAsync(new PostScope.OfKind(kind), 0, int.MaxValue, cancel));
        }

        return new StoredBlog
        {
            Base = site.Base,
            Language = site.Language,
            Now = clock.GetUtcNow().UtcDateTime,
            Posts = stored.ToDictionary(p => p.FeedId),
            Files = media.All.ToDictionary(m => links.Absolute(MediaAddress.Plain(m.Path)), Stored),
        };
    }

    private StoredFile Stored(MediaItem item) => new(item.ContentType, new FileInfo(folder.FileOf(item.Path)) is { Exists: true } file ? file.Length : 0);
}
