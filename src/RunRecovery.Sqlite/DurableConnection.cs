using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RunRecovery.Sqlite;

/// <summary>
/// Readers never wait for a writer (WAL), and an acknowledged save is on disk: with <c>synchronous=NORMAL</c> a power loss takes back
/// every commit since the last checkpoint. What is deleted is overwritten (<c>secure_delete</c>), so that words which an author wanted gone are
/// not left in free pages.
/// </summary>
internal sealed class DurableConnection : DbConnectionInterceptor
{
    public static readonly DurableConnection Instance = new();

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
