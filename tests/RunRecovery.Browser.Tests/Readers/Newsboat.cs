using Microsoft.Data.Sqlite;

namespace RunRecovery.Browser.Tests.Readers;

internal sealed class Newsboat : IReader
{
    private readonly string _home;

    public Newsboat(string home, Uri feed)
    {
        _home = Directory.CreateDirectory(home).FullName;
        File.WriteAllText(In("urls"), feed.AbsoluteUri);
        File.WriteAllText(In("config"), "");
    }

    public async Task<IReadOnlyList<ReadEntry>> ReloadAsync()
    {
        await Tool.RunAsync("newsboat", ["-u", In("urls"), "-C", In("config"), "-c", In("cache.db"), "-x", "reload"], _home);
        await using var cache = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = In("cache.db"), Pooling = false }.ConnectionString);
        await cache.OpenAsync();
        await using var unread = cache.CreateCommand();
        unread.CommandText = "SELECT guid, title, author, pubDate, url FROM rss_item WHERE unread = 1 ORDER BY pubDate DESC";
        var entries = new List<ReadEntry>();
        await using (var rows = await unread.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                entries.Add(new ReadEntry(rows.GetString(0), rows.GetString(1), rows.GetString(2), DateTime.UnixEpoch.AddSeconds(rows.GetInt64(3)), rows.GetString(4)));
            }
        }

        await using var read = cache.CreateCommand();
        read.CommandText = "UPDATE rss_item SET unread = 0";
        await read.ExecuteNonQueryAsync();
        return entries;
    }

    private string In(string file) => Path.Combine(_home, file);
}
