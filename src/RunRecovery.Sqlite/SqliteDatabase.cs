using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;

namespace RunRecovery.Sqlite;

public static class SqliteDatabase
{
    /// <summary>Seconds a writer waits for another one before it gives up.</summary>
    private const int BusyTimeout = 30;

    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddDbContext<SqliteBlogContext>(options => options.UseBlogDatabase(connectionString));
        return services.AddScoped<BlogContext>(provider => provider.GetRequiredService<SqliteBlogContext>());
    }

    /// <summary>The connection string of a database in this file.</summary>
    public static string InFile(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;

    internal static DbContextOptionsBuilder UseBlogDatabase(this DbContextOptionsBuilder options, string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = BusyTimeout };
        return options.UseSqlite(connection.ConnectionString)
            .AddInterceptors(DurableConnection.Instance)
            // A test finds a forgotten migration; looking for one at each start would cost a quarter of it.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}
