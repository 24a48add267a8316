using System.Text;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Feeds;
using RunRecovery.Web.Feeds.Checking;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds.Checking;

/// <summary>A feed of two posts that keeps every rule, for tests to break.</summary>
internal static class GoodFeed
{
    public const string Site = "https://blog.example";
    public const string Address = Site + "/feed";

    private static readonly MediaItem Picture = new() { Path = "a.png", Hash = new string('0', 64), ContentType = "image/png", Length = 700, Width = 20, Height = 10 };
    private static readonly MediaItem Film = new() { Path = "a.mp4", Hash = new string('1', 64), ContentType = "video/mp4", Length = 9000 };

    public static StoredBlog Blog { get; } = new()
    {
        Base = new Uri(Site),
        Language = "en",
        Now = Now,
        Posts = new[] { Stored("urn:uuid:1", "Easy & slow", days: 1), Stored("urn:uuid:2", "Older", days: 2) }.ToDictionary(p => p.FeedId),
        Files = new[] { Picture, Film }.ToDictionary(m => Site + MediaAddress.Plain(m.Path), m => new StoredFile(m.ContentType, m.Length)),
    };

    public static IFeedFormat Format(string name) => FeedFormats.All.Single(f => f.Name == name);

    /// <param name="html">Stands before the newer entry's text.</param>
    public static Feed With(string html = "") => new()
    {
        Id = "urn:uuid:feed",
        Title = "Blog",
        Description = "A blog.",
        Language = "en",
        Author = "Somebody",
        Self = Address,
        Page = Site + "/",
        Icon = Site + "/icon.png",
        Entries = [
            Entry(Blog.Posts["urn:uuid:1"], html) with
            {
                Picture = new FeedMedia(Site + "/media/a.png", Picture),
                Enclosure = new FeedMedia(Site + "/media/a.mp4", Film),
                Categories = [new FeedCategory("sleep", "Sleep", Site + "/tags")],
            },
            Entry(Blog.Posts["urn:uuid:2"], ""),
        ],
    };

    public static IReadOnlyList<Fault> FaultsOf(byte[] bytes, IFeedFormat format) =>
        FeedReader.Read(bytes, format, Address, out var problem) is { } document ? [.. FeedRules.Check(document, Blog)] : [new Fault(FeedRules.WellFormed, problem)];

    public static string Text(string format) => Encoding.UTF8.GetString(Format(format).Write(With()));

    private static FeedEntry Entry(Post post, string html) => new()
    {
        Id = post.FeedId,
        Title = post.Title,
        Address = $"{Site}/posts/{post.Slug}",
        PublishedAt = post.FirstPublishedAt!.Value,
        UpdatedAt = post.FirstPublishedAt.Value,
        Author = "Somebody",
        Summary = $"Short: {post.Slug}.",
        Html = $"""{html}<p>Long: <img src="{Site}/media/a.png" alt="A" width="20" height="10"><a href="{Site}/media/a.mp4">Watch</a></p>""",
        ShortHtml = "",
    };

    private static Post Stored(string id, string title, int days)
    {
        var post = new Post { Kind = PostKind.Post, FeedId = id, Slug = Slug.From(title), Title = title, Markdown = "" };
        post.PublishAt(Now.AddDays(-days), Now);
        return post;
    }
}
