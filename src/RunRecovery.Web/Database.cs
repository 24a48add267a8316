using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Sqlite;
using RunRecovery.Web.Options;

namespace RunRecovery.Web;

/// <summary>The only place that chooses between databases.</summary>
public static class Database
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, FolderOptions folders) =>
        (configuration["Database:Provider"] ?? "sqlite") switch
        {
            "sqlite" => services.AddSqliteDatabase(
                configuration["Database:ConnectionString"] ?? SqliteDatabase.InFile(Path.Combine(folders.Data, "runrecovery.db"))),
            var other => throw new WrongSettingException("Database:Provider", other, "wanted sqlite"),
        };

    /// <summary>Creates the database when there is none and brings an older one up to date.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BlogContext>().Database;
        if ((await database.GetPendingMigrationsAsync()).Any())
        {
            await database.MigrateAsync();
        }
    }
}
