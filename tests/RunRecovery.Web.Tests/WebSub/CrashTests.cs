using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Sqlite;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.WebSub;

public sealed class CrashTests : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("runrecovery-").FullName;
    private readonly Subscriber _subscriber = new();

    public async ValueTask DisposeAsync()
    {
        await _subscriber.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task What_was_saved_before_a_crash_is_delivered_once_after_it()
    {
        await using (var before = Start())
        {
            await before.Subscribe(_subscriber);
        }

        await SaveAndCrash(APost("easy-days"));
        await using var after = Start();
        _ = after.Services;

        Assert.Contains("easy-days", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
        await after.Settled();
        await Again();
        Assert.Equal(0, _subscriber.Waiting);
    }

    [Fact]
    public async Task What_was_on_its_way_in_a_crash_is_delivered_once_more_and_not_again()
    {
        await using (var before = Start())
        {
            await before.Subscribe(_subscriber);
            _subscriber.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
            await before.Publish("easy-days");
            await _subscriber.NextAsync();
        }

        _subscriber.Answer = _ => Task.CompletedTask;
        await Again();
        await _subscriber.NextAsync();
        await Again();

        Assert.Equal(0, _subscriber.Waiting);
    }

    [Fact]
    public async Task What_the_clock_published_while_the_program_was_down_is_delivered_after_the_start()
    {
        await using (var before = Start())
        {
            await before.Subscribe(_subscriber);
            await before.Save(APost("tomorrow") with { Date = Now.AddDays(1) });
            await before.Settled();
        }

        await using var after = Start();
        after.Clock.Advance(TimeSpan.FromDays(2));
        _ = after.Services;

        Assert.Contains("tomorrow", (await _subscriber.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_is_refused_announces_nothing()
    {
        await using var blog = Start();
        await blog.Publish("easy-days");
        await blog.Settled();

        var refused = await SaveAndCrash(APost("easy-days"));

        Assert.IsType<SaveResult.SlugTaken>(refused);
        Assert.Empty(await blog.Ask<Outbox, List<int>>(outbox => outbox.DueAsync()));
    }

    private BlogApplication Start() => new() { Settings = HubBlog.Own, Data = _data, KeepsData = true };

    /// <summary>Starts the program and ends it when it has nothing left to tell.</summary>
    private async Task Again()
    {
        await using var blog = Start();
        await blog.Settled();
    }

    /// <summary>A process that ends when its save is on disk, and before anybody could be told.</summary>
    private async Task<SaveResult> SaveAndCrash(PostFields fields)
    {
        await using var services = new ServiceCollection()
            .AddSqliteDatabase($"Data Source={Path.Combine(_data, "runrecovery.db")};Pooling=False")
            .AddSingleton<TimeProvider>(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now))
            .AddSingleton<BlogChanges>().AddSingleton<MarkdownRenderer>().AddSingleton<PostValidator>().AddScoped<TaxonomyService>().AddScoped<PostStore>()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var valid = services.GetRequiredService<PostValidator>().Validate(fields, out _)!;
        return await scope.ServiceProvider.GetRequiredService<PostStore>().SaveAsync(new PostChange(null, 0, valid, RevisionOrigin.Author));
    }
}
