using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

/// <summary>Wherever between two statements a deed ends, it is as if it had not begun.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly Crash _crash = new();
    private readonly Desk _desk;

    public CrashTests() => _desk = new Desk(_crash);

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string> Deeds => ["begin", "keep", "keep beside", "publish", "save a draft", "discard", "restore", "decide", "delete", "undelete", "empty the bin"];

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task A_deed_is_whole_or_not_at_all(string name)
    {
        var deed = await Prepare(name);
        var before = await Everything();
        var crashes = 0;
        while (true)
        {
            _crash.After = ++crashes;
            try
            {
                await deed();
                break;
            }
            catch (Exception crash) when (crash.GetBaseException() is CrashException)
            {
                _crash.After = null;
                Assert.Equal(before, await Everything());
            }
        }

        _crash.After = null;
        Assert.NotEqual(before, await Everything());
        Assert.InRange(crashes, 3, 100);
    }

    private async Task<Func<Task>> Prepare(string name)
    {
        var post = await _desk.PublishedPost("one");
        var (first, second) = (await _desk.OpenWindow(post), await _desk.OpenWindow(post));
        switch (name)
        {
            case "begin":
                return () => _desk.Keep(new KeptText(null, null, null, null, new PostFields { Kind = PostKind.Post, Title = "", Slug = "", Markdown = "L" }, "window", 1));
            case "keep":
                return () => first.Write("two");
            case "save a draft":
                await _desk.Unpublish(post);
                await first.Write("two");
                return () => _desk.Save(post);
            case "undelete":
                await _desk.Delete(post);
                return () => _desk.Undelete(post);
        }

        await first.Write("first");
        if (name == "keep beside")
        {
            return () => second.Write("second");
        }

        await second.Write("second");
        var open = (await _desk.Open(post))!;
        switch (name)
        {
            case "publish":
                return () => _desk.Blog.Ask<Publishing, SaveResult>(p => p.PublishAsync(Desk.Owner, post, open.Stamp, new Publication.AtOnce()));
            case "discard":
                return () => _desk.Blog.Ask<WorkingCopies, bool>(c => c.DiscardAsync(Desk.Owner, post, open.Copy!.Id));
            case "restore":
                var revision = (await _desk.Blog.Ask<Revisions, IReadOnlyList<RevisionLine>>(r => r.ListAsync(Desk.Owner, post)))[^1].Id;
                return () => _desk.Blog.Ask<Revisions, bool>(r => r.RestoreAsync(Desk.Owner, post, revision));
            case "decide":
                return () => _desk.Blog.Ask<Conflicts, bool>(c => c.EndAsync(Desk.Owner, post, OtherKind.Window, open.Beside.Single().Id, open.Fields with { Markdown = "decision" }));
            case "delete":
                return () => _desk.Delete(post);
            default:
                await _desk.Delete(post);
                _desk.Blog.Clock.Advance(Bin.Time);
                return () => _desk.EmptyBin();
        }
    }

    /// <summary>Each row of each table.</summary>
    private Task<string> Everything() => _desk.Blog.Ask<BlogContext, string>(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var tables = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name").ToListAsync();
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i)))}");
            }
        }

        return string.Join('\n', rows);
    });

    private sealed class CrashException : Exception;

    /// <summary>Ends a deed before one of its statements.</summary>
    private sealed class Crash : DbCommandInterceptor
    {
        /// <summary>How many statements may still run, and this one not; null: all.</summary>
        public int? After { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Counted(result));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Counted(result));

        private T Counted<T>(T result) => --After == 0 ? throw new CrashException() : result;
    }
}
