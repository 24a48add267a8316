using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Sqlite;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Writing;

public sealed class DeskListTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(null, "changed", "draft", "draft-in-conflict", "expired", "live", "scheduled")]
    [InlineData(DeskState.Live, "changed", "live")]
    [InlineData(DeskState.Changed, "changed")]
    [InlineData(DeskState.Scheduled, "scheduled")]
    [InlineData(DeskState.Draft, "draft", "draft-in-conflict")]
    [InlineData(DeskState.InConflict, "draft-in-conflict")]
    [InlineData(DeskState.Expired, "expired")]
    [InlineData(DeskState.InBin, "in-bin")]
    public async Task Each_state_has_its_posts_and_their_number(DeskState? state, params string[] slugs)
    {
        await OneOfEach();

        var found = await Find(new DeskQuestion(state));

        Assert.Equal(slugs, found.Items.Select(l => l.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(slugs.Length, found.Total);
        if (state is { } counted)
        {
            Assert.Equal(slugs.Length, (await _desk.Blog.Ask<DeskList, IReadOnlyDictionary<DeskState, int>>(d => d.CountsAsync(Desk.Owner)))[counted]);
        }
    }

    [Fact]
    public async Task A_line_says_what_it_is_and_what_waits()
    {
        await OneOfEach();

        var lines = (await Find(new DeskQuestion())).Items.ToDictionary(l => l.Slug);

        Assert.Equal((DeskState.Live, true, false), (lines["changed"].State, lines["changed"].HasUnpublishedChanges, lines["changed"].IsInConflict));
        Assert.Equal((DeskState.Draft, false, true), (lines["draft-in-conflict"].State, lines["draft-in-conflict"].HasUnpublishedChanges, lines["draft-in-conflict"].IsInConflict));
        Assert.Equal((DeskState.Expired, DeskState.Scheduled), (lines["expired"].State, lines["scheduled"].State));
    }

    [Fact]
    public async Task A_post_is_called_as_it_is_being_written_and_the_last_written_comes_first()
    {
        var first = await _desk.PublishedPost(slug: "first");
        await _desk.PublishedPost(slug: "second");
        _desk.Blog.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await _desk.OpenWindow(first)).Write(f => f with { Title = "What it will be called" });
        _desk.Blog.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.NewWindow().Write("no title");

        var lines = (await Find(new DeskQuestion())).Items;

        Assert.Equal(["Untitled", "What it will be called", "About second"], lines.Select(l => l.Title));
        Assert.Equal([Now.AddMinutes(2), Now.AddMinutes(1), Now], lines.Select(l => l.SavedAt));
    }

    [Theory]
    [InlineData("100%", "percent")]
    [InlineData("50%")]
    [InlineData("snake_case", "underscore")]
    [InlineData("snake-case")]
    [InlineData(@"back\slash", "backslash")]
    [InlineData("müde", "words")]
    [InlineData("written", "words")]
    [InlineData("WRITTEN legs", "words")]
    [InlineData("written snake")]
    [InlineData("Markdown")]
    [InlineData("false")]
    [InlineData("  ", "backslash", "percent", "underscore", "words")]
    public async Task Each_word_is_found_wherever_it_is_written_and_nothing_else(string words, params string[] slugs)
    {
        await _desk.PublishedPost("At 100% again", "percent");
        await _desk.PublishedPost("snake_case", "underscore");
        await _desk.PublishedPost(@"back\slash", "backslash");
        await (await _desk.OpenWindow(await _desk.PublishedPost("Legs", "words"))).Write("müde legs, 100 and 50 steps, being written");

        Assert.Equal(slugs, (await Find(new DeskQuestion(Words: words))).Items.Select(l => l.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_one_kind_and_page_by_page()
    {
        await _desk.Blog.Save(APost("a-tip") with { Kind = PostKind.Tip });
        for (var i = 0; i < 5; i++)
        {
            await _desk.PublishedPost();
        }

        Assert.Equal(["a-tip"], (await Find(new DeskQuestion(Kind: PostKind.Tip))).Items.Select(l => l.Slug));
        var pages = await Task.WhenAll(Enumerable.Range(1, 3).Select(page => Find(new DeskQuestion(Kind: PostKind.Post), page, size: 2)));
        Assert.Equal([2, 2, 1], pages.Select(p => p.Items.Count));
        Assert.Equal(5, pages.SelectMany(p => p.Items).Select(l => l.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_author_sees_their_own_only()
    {
        await OneOfEach();
        var own = Assert.IsType<KeepResult.Kept>(await _desk.NewWindow(Desk.Author).Write("own")).PostId;

        Assert.Equal([own], (await Find(new DeskQuestion(), writer: Desk.Author)).Items.Select(l => l.Id));
        var counts = await _desk.Blog.Ask<DeskList, IReadOnlyDictionary<DeskState, int>>(d => d.CountsAsync(Desk.Author));
        Assert.Equal((1, 1), (counts[DeskState.Draft], counts.Values.Sum()));
    }

    [Fact]
    public async Task What_left_the_bin_is_on_no_desk()
    {
        var post = await _desk.PublishedPost();
        await _desk.Delete(post);
        _desk.Blog.Clock.Advance(Bin.Time);
        await _desk.EmptyBin();

        Assert.Empty((await Find(new DeskQuestion(DeskState.InBin))).Items);
        Assert.Empty((await Find(new DeskQuestion())).Items);
    }

    [Fact]
    public async Task More_posts_are_no_more_queries()
    {
        var counter = new QueryCounter();
        async Task<int> Count()
        {
            var options = new DbContextOptionsBuilder<SqliteBlogContext>().UseSqlite($"Data Source={Path.Combine(_desk.Blog.Folder, "blog.db")};Pooling=False").AddInterceptors(counter).Options;
            await using var db = new SqliteBlogContext(options);
            counter.Count = 0;
            await new DeskList(db, _desk.Blog.Clock).FindAsync(Desk.Owner, new DeskQuestion(), 1, 50);
            return counter.Count;
        }

        await OneOfEach();
        var few = await Count();
        await OneOfEach("-more");

        Assert.Equal(2, few);
        Assert.Equal(few, await Count());
    }

    private async Task OneOfEach(string ending = "")
    {
        await _desk.PublishedPost(slug: $"live{ending}");
        await (await _desk.OpenWindow(await _desk.PublishedPost(slug: $"changed{ending}"))).Write("changed");
        await _desk.Blog.Save(APost($"scheduled{ending}") with { Date = Now.AddDays(1) });
        await _desk.Blog.Save(APost($"draft{ending}") with { Draft = true });
        await _desk.Blog.Save(APost($"expired{ending}") with { ExpiresAt = Now.AddHours(-1) });
        var conflict = Assert.IsType<SaveResult.Saved>(await _desk.Blog.Save(APost($"draft-in-conflict{ending}") with { Draft = true })).PostId;
        var (first, second) = (await _desk.OpenWindow(conflict), await _desk.OpenWindow(conflict));
        await first.Write("first");
        await second.Write("second");
        await _desk.Delete(await _desk.PublishedPost(slug: $"in-bin{ending}"));
    }

    private Task<PageOf<DeskLine>> Find(DeskQuestion question, int page = 1, int size = 20, Writer? writer = null) =>
        _desk.Blog.Ask<DeskList, PageOf<DeskLine>>(desk => desk.FindAsync(writer ?? Desk.Owner, question, page, size));

    private sealed class QueryCounter : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
