using System.Text;
using Microsoft.Data.Sqlite;

namespace RunRecovery.Web.Tests;

/// <summary>What is stored, as text.</summary>
internal static class Database
{
    public static async Task<string> DumpAsync(BlogApplication blog, params string[] without)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(blog.Data, "runrecovery.db")};Pooling=False");
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var table in (await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")).Except(without))
        {
            text.AppendLine(table).AppendJoin('\n', await RowsAsync(connection, $"SELECT * FROM \"{table}\"")).AppendLine();
        }

        return text.ToString();
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
        }

        return rows;
    }
}
