using System.CommandLine;
using RunRecovery.Core.Content;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Commands;

internal static class CheckCommand
{
    /// <summary>Changes nothing: it makes no data folder and opens no database.</summary>
    public static Command Build(Func<WebApplicationBuilder> builder)
    {
        var folder = ContentArgument.Build();
        var command = new Command("check", "Finds broken links, missing pictures and other problems in a content folder. Changes nothing.") { folder };
        command.SetAction((line, _) => ContentArgument.RunAsync(line, async () =>
        {
            var settings = builder().Configuration;
            await using var services = new ServiceCollection()
                .AddSingleton<MarkdownRenderer>()
                .AddSingleton<PostValidator>()
                .AddContent(SettingsCheck.ReadSite(settings).Zone)
                .BuildServiceProvider();
            var path = ContentArgument.Of(line, folder, FolderOptions.From(settings));
            var report = services.GetRequiredService<ContentCheck>().Check(path);
            await line.InvocationConfiguration.Output.WriteLineAsync(report.ToString());
            return report.ExitCode;
        }));
        return command;
    }
}
