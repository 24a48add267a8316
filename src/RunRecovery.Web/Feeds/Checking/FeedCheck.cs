using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Feeds.Checking;

/// <summary>Reads every feed document of the blog, from its bytes, the way a reader does, and finds what falls short of the rules.</summary>
public sealed class FeedCheck(FeedList list, FeedBuilder builder, PostRepository posts, MediaLibrary media, MediaFolder folder, SiteOptions site, Links links, TimeProvider clock)
{
    private readonly List<FeedProblem> _problems = [];
    private int _documents;

    public async Task<FeedCheckReport> RunAsync(CancellationToken cancel = default)
    {
        var blog = await StoredAsync(cancel);
        foreach (var topic in (await list.AllAsync(cancel)).SelectMany(group => group.Feeds).Select(feed => feed.Topic))
        {
            var chains = new List<FeedChain>();
            foreach (var format in FeedFormats.All)
            {
                chains.Add(await FollowAsync(new FeedAddress(topic, format), blog, cancel));
            }

            _problems.AddRange(TopicRules.Check(topic, chains, blog).Select(found => new FeedProblem(found.Chain.Newest.Path, found.Fault)));
        }

        return new FeedCheckReport(_documents, _problems);
    }

    /// <summary>From the newest document through all archives, by nothing but the links in them.</summary>
    private async Task<FeedChain> FollowAsync(FeedAddress newest, StoredBlog blog, CancellationToken cancel)
    {
        var documents = new List<FeedDocument>();
        for (var next = links.Absolute(newest.Path); next is not null; next = documents[^1].PreviousArchive)
        {
            if (documents.Exists(d => d.Address == next))
            {
                _problems.Add(new FeedProblem(newest.Path, new Fault(24, $"its archives lead in a circle, at {next}.")));
                break;
            }

            if (await ReadAsync(next, blog, cancel) is not { } document)
            {
                break;
            }

            documents.Add(document);
        }

        return new FeedChain(newest, documents);
    }

    private async Task<FeedDocument?> ReadAsync(string address, StoredBlog blog, CancellationToken cancel)
    {
        _documents++;
        var path = new Uri(address).AbsolutePath;
        if (FeedAddress.Parse(Uri.UnescapeDataString(path)) is not { } at || await builder.BuildAsync(at, cancel) is not FeedLookup.Found found)
        {
            _problems.Add(new FeedProblem(path, new Fault(24, "there is no such document.")));
            return null;
        }

        if (FeedReader.Read(FeedBuilder.Write(found.Feed, at.Format), at.Format, address, out var problem) is not { } document)
        {
            _problems.Add(new FeedProblem(path, new Fault(FeedRules.WellFormed, problem)));
            return null;
        }

        _problems.AddRange(FeedRules.Check(document, blog).Select(fault => new FeedProblem(path, fault)));
        return document;
    }

    private async Task<StoredBlog> StoredAsync(CancellationToken cancel)
    {
        var marks = new List<PostMark>();
        foreach (var kind in new[] { PostKind.Post, PostKind.Tip })
        {
            marks.AddRange(await posts.MarksAsync(new PostScope.OfKind(kind), cancel));
        }

        return new StoredBlog
        {
            Base = site.Base,
            Language = site.Language,
            Now = clock.GetUtcNow().UtcDateTime,
            Posts = (await posts.FindAllAsync([.. marks.Select(m => m.Id)], cancel)).ToDictionary(p => p.FeedId),
            Files = media.All.ToDictionary(m => links.Absolute(MediaAddress.Plain(m.Path)), Stored),
        };
    }

    private StoredFile Stored(MediaItem item) => new(item.ContentType, new FileInfo(folder.FileOf(item.Path)) is { Exists: true } file ? file.Length : 0);
}
