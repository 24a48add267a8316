using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Tests.Data;

public sealed class DatabaseTests : IDisposable
{
    private readonly BlogDatabase _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task No_migration_is_forgotten() =>
        Assert.False(await _blog.Ask<BlogContext, bool>(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    [Fact]
    public async Task Feeds_of_terms_keep_their_ids_when_an_older_database_is_brought_up_to_date()
    {
        var name = await _blog.Ask<BlogContext, string>(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync("WebSub");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO Terms (Id, Kind, Name, Key, Slug) VALUES (7, 1, 'Sleep', 'sleep', 'sleep')");
            await db.Database.MigrateAsync();
            return await db.Terms.Select(t => t.FeedName).SingleAsync();
        });

        Assert.Equal("terms/7", name);
    }

    /// <summary>Else: <c>dotnet ef dbcontext optimize</c>, as docs/architecture.md says.</summary>
    [Fact]
    public async Task The_compiled_model_is_up_to_date()
    {
        var (compiled, written) = await _blog.Ask<BlogContext, (IModel, IModel)>(db => Task.FromResult((db.Model, db.GetService<IDesignTimeModel>().Model)));

        Assert.Equal("RunRecovery.Sqlite.CompiledModel", compiled.GetType().Namespace);
        Assert.Equal(written.ToDebugString(MetadataDebugStringOptions.ShortDefault), compiled.ToDebugString(MetadataDebugStringOptions.ShortDefault));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task Each_connection_is_durable_and_strict(string pragma, string expected)
    {
        var value = await _blog.Ask<BlogContext, object?>(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return await command.ExecuteScalarAsync();
        });

        Assert.Equal(expected, value?.ToString());
    }

    [Fact]
    public async Task A_writer_waits_for_another_one() =>
        Assert.True(await _blog.Ask<BlogContext, bool>(db => Task.FromResult(db.Database.GetConnectionString()!.Contains("Timeout=30", StringComparison.Ordinal))));
}
