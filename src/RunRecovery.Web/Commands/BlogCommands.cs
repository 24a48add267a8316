using System.CommandLine;

namespace RunRecovery.Web.Commands;

/// <summary>The commands of the program. Without one it serves the blog.</summary>
public static class BlogCommands
{
    // Failures are told where the program starts, and the server ends in its own time.
    private static readonly InvocationConfiguration Plainly = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <param name="builder">Makes a builder from settings such as <c>--Data:Path=...</c>, which any command may be given.</param>
    /// <param name="serve">What the program does without a command.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args, Func<string[], WebApplicationBuilder> builder, Func<WebApplicationBuilder, Task> serve)
    {
        var (words, settings) = CommandLineWords.Split(args);
        var root = new RootCommand("RunRecovery, a blog about running and recovery. Without a command it serves the blog.")
        {
            ImportCommand.Build(() => builder(settings)),
            ExportCommand.Build(() => builder(settings)),
            CheckCommand.Build(() => builder(settings)),
            FeedsCommand.Build(() => builder(settings)),
            MigrateCommand.Build(() => builder(settings)),
            UserCommand.Build(() => builder(settings)),
        };
        root.SetAction(async (_, _) =>
        {
            await serve(builder(settings));
            return 0;
        });
        return root.Parse(words).InvokeAsync(Plainly);
    }
}
