namespace RunRecovery.Web.Commands;

/// <summary>
/// Tells settings from the rest of a command line. A command would otherwise take <c>--Data:Path=...</c> for its folder.
/// </summary>
public static class CommandLineWords
{
    private static readonly HashSet<string> Ours = ["--help", "--version"];

    /// <returns>The words for the commands, and <c>--Key=value</c> or <c>--Key value</c> for the configuration.</returns>
    public static (string[] Words, string[] Settings) Split(string[] args)
    {
        List<string> words = [];
        List<string> settings = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || Ours.Contains(args[i]))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. words], [.. settings]);
    }
}
