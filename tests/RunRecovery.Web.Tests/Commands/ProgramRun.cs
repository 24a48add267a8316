using System.Diagnostics;

namespace RunRecovery.Web.Tests.Commands;

internal static class ProgramRun
{
    /// <summary>Runs a command of the program in a process of its own.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> In(string folder, string data, params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "RunRecovery.Web.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args, $"--Data:Path={data}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
