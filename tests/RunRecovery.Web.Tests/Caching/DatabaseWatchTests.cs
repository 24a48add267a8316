using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Sqlite;
using RunRecovery.Web.Caching;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Caching;

public sealed class DatabaseWatchTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task What_another_process_saved_is_shown_after_the_next_look()
    {
        var saved = await _blog.Save(APost("easy-days", "Before"));
        using var browser = _blog.Browser();
        var watch = _blog.Services.GetRequiredService<DatabaseWatch>();
        await watch.LookAsync(default);
        Assert.Contains("Before", await browser.GetStringAsync("/posts/easy-days"), StringComparison.Ordinal);

        await AnotherProcess(services => services.GetRequiredService<PostStore>().SaveAsync(
            new PostChange(saved.PostId, saved.Version, services.GetRequiredService<PostValidator>().Validate(APost("easy-days", "After"), out _)!, RevisionOrigin.Import)));
        Assert.Contains("Before", await browser.GetStringAsync("/posts/easy-days"), StringComparison.Ordinal);
        await watch.LookAsync(default);

        Assert.Contains("After", await browser.GetStringAsync("/posts/easy-days"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_nobody_saves_nothing_is_made_anew()
    {
        _ = _blog.Services;
        var watch = _blog.Services.GetRequiredService<DatabaseWatch>();
        var changes = _blog.Services.GetRequiredService<BlogChanges>();
        await watch.LookAsync(default);
        var before = changes.Version;

        await watch.LookAsync(default);

        Assert.Equal(before, changes.Version);
    }

    [Fact]
    public async Task Notes_about_subscribers_end_no_page()
    {
        _ = _blog.Services;
        var watch = _blog.Services.GetRequiredService<DatabaseWatch>();
        var changes = _blog.Services.GetRequiredService<BlogChanges>();
        await watch.LookAsync(default);
        var before = changes.Version;

        await AnotherProcess(services => services.GetRequiredService<BlogContext>().Database.ExecuteSqlRawAsync("INSERT INTO PingedFeeds (Hub, Topic, Tries) VALUES ('h', 'x', 0)"));
        await watch.LookAsync(default);

        Assert.Equal(before, changes.Version);
    }

    /// <summary>Connections of its own, and nothing that could tell the server.</summary>
    private async Task AnotherProcess(Func<IServiceProvider, Task> deed)
    {
        await using var services = new ServiceCollection()
            .AddSqliteDatabase($"Data Source={Path.Combine(_blog.Data, "runrecovery.db")};Pooling=False")
            .AddSingleton<TimeProvider>(_blog.Clock)
            .AddSingleton<BlogChanges>()
            .AddSingleton<MarkdownRenderer>()
            .AddSingleton<PostValidator>()
            .AddScoped<TaxonomyService>()
            .AddScoped<PostStore>()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await deed(scope.ServiceProvider);
    }
}
