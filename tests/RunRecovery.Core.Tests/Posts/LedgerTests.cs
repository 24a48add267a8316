using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Posts;

/// <summary>Whatever program writes to the database, what subscribers and links rely on stays.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly BlogDatabase _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData("UPDATE Posts SET FeedId = 'urn:other'", "the feed id of a post never changes")]
    [InlineData("UPDATE Posts SET FirstPublishedAt = '2020-01-01 00:00:00'", "the first publication time of a post never changes")]
    [InlineData("UPDATE Posts SET FirstPublishedAt = NULL", "the first publication time of a post never changes")]
    [InlineData("DELETE FROM Posts", "a post that was published keeps its row, and with it its feed id")]
    [InlineData("UPDATE PublishedAddresses SET Path = '/posts/other'", "a published address never changes")]
    [InlineData("DELETE FROM PublishedAddresses", "a published address is never taken back")]
    public async Task A_change_that_would_break_the_ledger_is_refused(string sql, string reason)
    {
        await _blog.Save(BlogDatabase.APost("easy-days"));

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => _blog.Ask<BlogContext, int>(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains($"ledger: {reason}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_published_is_not_in_the_ledger()
    {
        await _blog.Save(BlogDatabase.APost("easy-days") with { Draft = true, Date = null });

        Assert.Equal(1, await _blog.Ask<BlogContext, int>(db => db.Posts.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task A_scheduled_post_may_be_moved()
    {
        var saved = Assert.IsType<SaveResult.Saved>(await _blog.Save(BlogDatabase.APost("easy-days") with { Date = BlogDatabase.Now.AddDays(1) }));

        Assert.IsType<SaveResult.Saved>(await _blog.Save(BlogDatabase.APost("easy-days") with { Date = BlogDatabase.Now.AddDays(2) }, saved.PostId, saved.Version));
    }
}
