using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Web;
using RunRecovery.Web.Recovery;

namespace RunRecovery.Browser.Tests.Readers;

public sealed class ParserTests(RunningBlog blog)
{
    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    public Task Feedparser_reads_what_is_stored(string feed) => ReadsWhatIsStored(Tool.Python, "read-feed.py", feed);

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public Task Feedsmith_reads_what_is_stored(string feed) => ReadsWhatIsStored("node", "read-feed.mjs", feed);

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("tips/rss.xml")]
    [InlineData("tips/atom.xml")]
    [InlineData("feeds.opml")]
    public async Task Xmllint_finds_a_document_well_formed(string address)
    {
        using var browser = new HttpClient { BaseAddress = blog.Address };
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await browser.GetByteArrayAsync(address));

        await Tool.RunAsync("xmllint", ["--noout", "--nonet", file]);

        File.Delete(file);
    }

    [Theory]
    [InlineData(Tool.Python, "read-feed.py", ".rss")]
    [InlineData(Tool.Python, "read-feed.py", ".atom")]
    [InlineData("node", "read-feed.mjs", ".rss")]
    [InlineData("node", "read-feed.mjs", ".atom")]
    [InlineData("node", "read-feed.mjs", ".json")]
    public async Task Parsers_read_the_days_of_a_plan(string program, string script, string ending)
    {
        var rules = RulesShelf.Read(BlogProgram.ShippedContent)!.Newest;
        var marathon = rules.FindPreset("marathon")!;
        var plan = RecoveryPlanner.Plan(new PlanRequest { Rules = rules, Preset = marathon, Km = marathon.Km, Effort = marathon.Effort, Date = new DateOnly(2025, 12, 20) });

        var read = await Tool.ReadAsync<ReadFeed>(program, script, new Uri(blog.Address, Links.Of(plan.Request, ending)).AbsoluteUri);

        Assert.Null(read.Problem);
        Assert.Equal("en", read.Language);
        Assert.Equal(
            plan.Days.Reverse().Select(day => (DayWords.Title(day, plan), day.Date.ToDateTime(TimeOnly.MinValue), new Uri(blog.Address, Links.Of(plan.Request, day)).AbsoluteUri)),
            read.Entries.Select(entry => (entry.Title, entry.Published, entry.Link)));
        Assert.All(read.Texts, text => Assert.Contains("/tips/", text, StringComparison.Ordinal));
    }

    private async Task ReadsWhatIsStored(string program, string script, string feed)
    {
        var posts = await blog.StoredAsync(PostKind.Post);

        var read = await Tool.ReadAsync<ReadFeed>(program, script, new Uri(blog.Address, feed).AbsoluteUri);

        Assert.Null(read.Problem);
        Assert.Equal("en", read.Language);
        Assert.Equal(posts.Select(post => ReadEntry.Of(post, blog.Address)), read.Entries);
        // A summary in the place of the text would be shorter by far.
        Assert.All(posts.Zip(read.Texts), pair => Assert.InRange(pair.Second.Length, pair.First.Markdown.Length / 2, int.MaxValue));
    }

    /// <param name="Problem">What the parser complains about.</param>
    private sealed record ReadFeed(string? Problem, string Language, ReadEntry[] Entries, string[] Texts);
}
