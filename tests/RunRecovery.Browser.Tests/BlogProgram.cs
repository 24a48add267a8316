using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Sqlite;
using RunRecovery.Web.Options;

namespace RunRecovery.Browser.Tests;

/// <summary>The real program in a process of its own, on a real socket, under the address that it has there.</summary>
public sealed class BlogProgram : IAsyncDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"runrecovery-{Guid.NewGuid():N}");
    private readonly string _content;
    private Process? _server;

    private BlogProgram(string content) => _content = content;

    public Uri Address { get; } = FreeAddress();

    /// <summary>What the program printed for the first owner; null when it has one.</summary>
    public string? SetUpLink { get; private set; }

    /// <param name="content">The folder of its texts; null: those that ship.</param>
    public static async Task<BlogProgram> StartAsync(string? content = null)
    {
        var program = new BlogProgram(content ?? ShippedContent);
        await program.StartServerAsync();
        return program;
    }

    public static string ShippedContent => Path.Combine(HomeFolder.Path, "content");

    /// <summary>Brings what changed in the folder into the blog. The server starts again, so that it need not be waited for until it notices.</summary>
    public async Task ImportAsync()
    {
        await StopServerAsync();
        using var import = Start("import", _content);
        var report = await import.StandardOutput.ReadToEndAsync();
        await import.WaitForExitAsync();
        Assert.True(import.ExitCode == 0, report);
        await StartServerAsync();
    }

    /// <summary>What visitors may see, newest first, from the database.</summary>
    public Task<IReadOnlyList<Post>> StoredAsync(PostKind kind) =>
        AskAsync(db => new PostRepository(db, TimeProvider.System).PartAsync(new PostScope.OfKind(kind), 0, int.MaxValue));

    /// <summary>As kill -9 does, at this moment.</summary>
    public void Kill() => _server!.Kill();

    /// <summary>On the same data, at the same address.</summary>
    public async Task StartAgainAsync()
    {
        await StopServerAsync();
        await StartServerAsync();
    }

    /// <summary>Asks the database itself, beside the server.</summary>
    public async Task<T> AskAsync<T>(Func<BlogContext, Task<T>> question)
    {
        await using var services = new ServiceCollection().AddSqliteDatabase(SqliteDatabase.InFile(Path.Combine(_data, "runrecovery.db"))).BuildServiceProvider();
        return await question(services.GetRequiredService<BlogContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await StopServerAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private async Task StartServerAsync()
    {
        _server = Start("--Content:Path", _content, "--urls", Address.AbsoluteUri);
        while (await _server.StandardOutput.ReadLineAsync() is { } line && !line.Contains("The blog is at", StringComparison.Ordinal))
        {
            SetUpLink = line.Contains("/admin/invitation?key=", StringComparison.Ordinal) ? line[line.IndexOf("http", StringComparison.Ordinal)..] : SetUpLink;
        }

        // Whoever does not read what a program says makes it wait.
        _ = _server.StandardOutput.ReadToEndAsync();
    }

    private async Task StopServerAsync()
    {
        _server!.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private Process Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "RunRecovery.Web.dll");
        string[] settings = ["--Data:Path", _data, "--Site:BaseUrl", Address.AbsoluteUri, "--Media:Warm", "false"];
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. args, .. settings]) { RedirectStandardOutput = true })!;
    }

    /// <summary>Chosen beforehand, because the program must be told where it is. By name: browsers keep passkeys for no number.</summary>
    private static Uri FreeAddress()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{((IPEndPoint)socket.LocalEndpoint).Port}"));
    }
}
