using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Data;

public sealed class OutboxTests : IDisposable
{
    private readonly BlogDatabase _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task A_save_tells_now_and_when_the_clock_publishes_and_hides_the_post()
    {
        await _blog.Save(APost("next-week") with { Date = Now.AddDays(7), ExpiresAt = Now.AddDays(9) });

        Assert.Equal([Now, Now.AddDays(7), Now.AddDays(9)], await Entries());
    }

    [Fact]
    public async Task A_refused_save_tells_nothing()
    {
        var saved = Assert.IsType<SaveResult.Saved>(await _blog.Save(APost("easy-days")));
        await Entries();

        Assert.IsType<SaveResult.Conflict>(await _blog.Save(APost("easy-days"), saved.PostId, version: 7));
        Assert.IsType<SaveResult.SlugTaken>(await _blog.Save(APost("easy-days")));

        Assert.Empty(await Entries());
    }

    [Fact]
    public async Task A_tag_that_is_renamed_merged_or_deleted_tells()
    {
        await _blog.Save(APost("easy-days") with { Tags = ["sleep", "rest"] });
        var ids = await _blog.Ask<BlogContext, List<int>>(db => db.Terms.OrderBy(t => t.Key).Select(t => t.Id).ToListAsync());
        await Entries();

        await _blog.Ask<TaxonomyService, bool>(taxonomy => taxonomy.RenameAsync(ids[0], "Rest days"));
        Assert.Equal([Now], await Entries());
        await Do<TaxonomyService>(taxonomy => taxonomy.MergeAsync(ids[0], ids[1]));
        Assert.Equal([Now], await Entries());
        await Do<TaxonomyService>(taxonomy => taxonomy.DeleteAsync(ids[1]));
        Assert.Equal([Now], await Entries());
    }

    [Fact]
    public async Task What_was_scheduled_before_there_was_an_outbox_is_told_too()
    {
        var at = new DateTime(2199, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await _blog.Save(APost("long-before") with { Date = Now.AddYears(-9) });
        await _blog.Save(APost("one-day") with { Date = at });

        await Do<BlogContext>(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync("FeedsForEver");
            await db.Database.MigrateAsync();
        });

        Assert.Equal([at], await Entries());
    }

    private Task<bool> Do<TService>(Func<TService, Task> deed) where TService : notnull => _blog.Ask<TService, bool>(async service =>
    {
        await deed(service);
        return true;
    });

    /// <summary>And empties the outbox.</summary>
    private Task<List<DateTime>> Entries() => _blog.Ask<BlogContext, List<DateTime>>(async db =>
    {
        var times = await db.Outbox.OrderBy(e => e.DueAt).Select(e => e.DueAt).ToListAsync();
        await db.Outbox.ExecuteDeleteAsync();
        return times;
    });
}
