using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using RunRecovery.Web.Options;

namespace RunRecovery.Browser.Tests.Readers;

/// <summary>A program that the tests did not bring along. One that is missing or fails makes the test fail.</summary>
internal static class Tool
{
    /// <summary>Debian's own, which has Debian's packages.</summary>
    public const string Python = "/usr/bin/python3";

    private const string Advice = "tests/run installs what the tests need.";

    /// <returns>What it said.</returns>
    public static async Task<string> RunAsync(string program, string[] args, string? home = null)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        if (home is not null)
        {
            start.Environment["HOME"] = home;
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', args)}: {await error} {Advice}");
            return await output;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program}: {missing.Message} {Advice}", missing);
        }
    }

    /// <summary>Runs a script of tests/tools that prints what it read as JSON.</summary>
    public static async Task<T> ReadAsync<T>(string program, string script, params string[] args) =>
        JsonSerializer.Deserialize<T>(await RunAsync(program, [Path.Combine(HomeFolder.Path, "tests", "tools", script), .. args]), JsonSerializerOptions.Web)!;
}
