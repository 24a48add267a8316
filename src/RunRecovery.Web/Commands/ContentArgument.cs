using System.CommandLine;
using RunRecovery.Core.Content;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Commands;

/// <summary>The folder that a command is about: named, or the one of the settings.</summary>
internal static class ContentArgument
{
    public static Argument<string?> Build() => new("folder")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The content folder; without it, the one of the setting Content:Path.",
    };

    /// <exception cref="ContentRefusedException">No folder is named, and the settings name none.</exception>
    public static string Of(ParseResult line, Argument<string?> argument, FolderOptions folders) =>
        line.GetValue(argument) ?? folders.Content ?? throw new ContentRefusedException("Content:Path is empty; name the folder.");

    /// <summary>Runs a command; a folder that cannot be used is said in plain words.</summary>
    public static async Task<int> RunAsync(ParseResult line, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (ContentRefusedException refusal)
        {
            await line.InvocationConfiguration.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
