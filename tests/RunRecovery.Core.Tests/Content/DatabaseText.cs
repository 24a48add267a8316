using System.Text;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Tests.Content;

/// <summary>Every row of every table as text, to see that nothing at all has changed.</summary>
public static class DatabaseText
{
    public static async Task<string> OfAsync(BlogContext db)
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var values = new object[rows.FieldCount];
                rows.GetValues(values);
                text.Append(table).Append(": ").AppendJoin(" | ", values).Append('\n');
            }
        }

        return text.ToString();
    }
}
