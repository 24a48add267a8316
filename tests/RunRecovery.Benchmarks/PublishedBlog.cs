using System.Diagnostics;
using System.Globalization;

namespace RunRecovery.Benchmarks;

/// <summary>The program as an owner would host it: published for release, in a process of its own.</summary>
public sealed class PublishedBlog
{
    private readonly string _program;

    private PublishedBlog(Checkout checkout, string program)
    {
        _program = program;
        Work = Path.Combine(checkout.Artifacts, "work");
    }

    /// <summary>For the data of one run.</summary>
    public string Work { get; }

    public static Task<PublishedBlog> PublishAsync(Checkout checkout) => PublishAsync(checkout, "program", Path.Combine("src", "RunRecovery.Web"));

    /// <summary>One page with the parts that are fixed: what they take by themselves.</summary>
    public static Task<PublishedBlog> PublishSmallestAsync(Checkout checkout) => PublishAsync(checkout, "smallest", Path.Combine("tests", "RunRecovery.Benchmarks", "Smallest"));

    /// <summary>An empty folder, with nothing of an earlier run.</summary>
    public string Fresh(string name)
    {
        var folder = Path.Combine(Work, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<Run> RunAsync(params string[] args)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(_program, args) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // It ended between the two lines; the last look counts.
            }
        }

        return new Run(watch.Elapsed, processor, peak, process.ExitCode, await output);
    }

    /// <summary>Starts the server and waits until <c>/</c> answers 200.</summary>
    public async Task<RunningBlog> StartAsync(string data, params string[] settings)
    {
        var port = 5600 + Random.Shared.Next(200);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(_program, ["--Data:Path", data, "--Media:Warm", "false", "--urls", address.OriginalString, .. settings]) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        var client = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(client))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The program ended with {process.ExitCode}.");
            }

            await Task.Delay(2);
        }

        return new RunningBlog(process, client, watch.Elapsed);
    }

    private static async Task<PublishedBlog> PublishAsync(Checkout checkout, string name, string project)
    {
        var target = Path.Combine(checkout.Artifacts, name);
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(checkout.Folder, project), "-c", "Release", "-o", target, "-v", "quiet", "--nologo"]);
        await publish.WaitForExitAsync();
        var program = Path.Combine(target, Path.GetFileName(project));
        return publish.ExitCode == 0
            ? new PublishedBlog(checkout, OperatingSystem.IsWindows() ? $"{program}.exe" : program)
            : throw new InvalidOperationException($"{project} could not be published.");
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

/// <param name="Peak">The largest resident memory, in bytes.</param>
public sealed record Run(TimeSpan Time, TimeSpan Processor, long Peak, int ExitCode, string Output);

/// <param name="FirstAnswer">From the start of the process to the first 200 on <c>/</c>.</param>
public sealed record RunningBlog(Process Process, HttpClient Client, TimeSpan FirstAnswer) : IDisposable
{
    /// <summary>Resident memory in bytes, and of it what no other process could share or the system take back: all but mapped files.</summary>
    public (long Resident, long OfItsOwn) Memory()
    {
        Process.Refresh();
        var status = $"/proc/{Process.Id}/status";
        var files = File.Exists(status)
            ? long.Parse(File.ReadLines(status).Single(l => l.StartsWith("RssFile:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024
            : 0;
        return (Process.WorkingSet64, Process.WorkingSet64 - files);
    }

    public void Dispose()
    {
        Client.Dispose();
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }
}
