using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Sqlite;

public sealed class SqliteBlogContext(DbContextOptions<SqliteBlogContext> options) : BlogContext(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <summary>The last key that was given out, also when its row is gone.</summary>
    public override async Task<long> SavesAsync(CancellationToken cancel = default)
    {
        var connection = Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            await Database.OpenConnectionAsync(cancel);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = 'Outbox'";
        return await command.ExecuteScalarAsync(cancel) is long saves ? saves : 0;
    }
}
