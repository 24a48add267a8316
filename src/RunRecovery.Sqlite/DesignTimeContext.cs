using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RunRecovery.Sqlite;

/// <summary>For <c>dotnet ef</c>, which makes migrations without the web program.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<SqliteBlogContext>
{
    public SqliteBlogContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteBlogContext>();
        options.UseBlogDatabase(SqliteDatabase.InFile("design-time.db"));
        return new SqliteBlogContext(options.Options);
    }
}
