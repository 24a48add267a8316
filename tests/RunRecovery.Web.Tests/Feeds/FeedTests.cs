using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Tests.Feeds;

/// <summary>A blog of their own for the tests of the feed rules, which carry the rules' numbers in their names.</summary>
public abstract class FeedTests : IDisposable
{
    protected BlogApplication Blog { get; } = new();

    protected static readonly string[] EveryFormat = ["rss.xml", "atom.xml", "feed.json"];

    public static TheoryData<string> Formats => [.. EveryFormat];

    public void Dispose()
    {
        Blog.Dispose();
        GC.SuppressFinalize(this);
    }

    internal async Task<ReadFeed> Read(string address) => ReadFeed.Parse(await Text(address));

    internal async Task<ReadEntry> Only(string address) => Assert.Single((await Read(address)).Entries);

    protected async Task<string> Text(string address)
    {
        using var browser = Blog.Browser();
        return await browser.GetStringAsync(address);
    }

    protected Task<SaveResult.Saved> Save(PostFields fields, SaveResult.Saved? before = null) => Blog.Save(fields, before);
}
