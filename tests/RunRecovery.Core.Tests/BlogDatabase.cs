using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Core.Writing;
using RunRecovery.Sqlite;

namespace RunRecovery.Core.Tests;

/// <summary>A real, migrated SQLite file of its own in a temporary folder, and a clock that stands still until a test moves it.</summary>
public sealed class BlogDatabase : IDisposable
{
    public static readonly DateTime Now = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly ServiceProvider _services;

    public BlogDatabase(params IInterceptor[] interceptors)
    {
        Directory.CreateDirectory(Folder);
        _services = new ServiceCollection()
            .AddSqliteDatabase($"Data Source={Path.Combine(Folder, "blog.db")};Pooling=False")
            .ConfigureDbContext<SqliteBlogContext>(options => options.AddInterceptors(interceptors))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<BlogChanges>()
            .AddSingleton<MarkdownRenderer>()
            .AddSingleton<PostValidator>()
            .AddScoped<TaxonomyService>()
            .AddScoped<PostRepository>()
            .AddScoped<PostStore>()
            .AddScoped<WorkingCopies>()
            .AddScoped<Publishing>()
            .AddScoped<Revisions>()
            .AddScoped<Conflicts>()
            .AddScoped<ShareLinks>()
            .AddScoped<DeskList>()
            .AddScoped<Bin>()
            .AddSingleton(MediaFolder.In(Path.Combine(Folder, "data")))
            .AddSingleton<MediaLibrary>()
            .AddSingleton<PostDirectory>()
            .AddSingleton<MediaUses>()
            .AddSingleton<MediaShelf>()
            .AddScoped<MediaStore>()
            .AddScoped<MediaUploads>()
            .AddContent(TimeZoneInfo.Utc)
            .BuildServiceProvider();
        using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<BlogContext>().Database.Migrate();
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"runrecovery-{Guid.NewGuid():N}");
    public FakeTimeProvider Clock { get; } = new(Now);
    public IServiceProvider Services => _services;

    public IServiceScope Scope() => _services.CreateScope();

    /// <summary>Asks in a scope of its own, as a request would.</summary>
    public async Task<T> Ask<TService, T>(Func<TService, Task<T>> question) where TService : notnull
    {
        using var scope = Scope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<SaveResult> Save(PostFields fields, int? id = null, int version = 0) =>
        Ask<PostStore, SaveResult>(store => store.SaveAsync(new PostChange(id, version, Valid(fields), RevisionOrigin.Author)));

    public ValidPost Valid(PostFields fields) =>
        _services.GetRequiredService<PostValidator>().Validate(fields, out var problems) ?? throw new ArgumentException(string.Join(' ', problems));

    public static PostFields APost(string slug, string? title = null) =>
        new() { Kind = PostKind.Post, Slug = slug, Title = title ?? $"About {slug}", Markdown = "Easy days.", Date = Now.AddDays(-1) };

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
