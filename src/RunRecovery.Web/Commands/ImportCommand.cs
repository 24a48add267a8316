using System.CommandLine;
using RunRecovery.Core.Content;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Commands;

internal static class ImportCommand
{
    public static Command Build(Func<WebApplicationBuilder> builder)
    {
        var folder = ContentArgument.Build();
        var command = new Command("import", "Brings what changed in a content folder into the blog, and says what it refused.") { folder };
        command.SetAction((line, cancel) => ContentArgument.RunAsync(line, async () =>
        {
            await using var app = builder().BuildBlog();
            await Database.MigrateAsync(app.Services);
            var path = ContentArgument.Of(line, folder, app.Services.GetRequiredService<FolderOptions>());
            var progress = new ProgressLines(line.InvocationConfiguration.Error);
            var report = await app.Services.GetRequiredService<ContentImporter>().ImportAsync(path, progress, cancel);
            await line.InvocationConfiguration.Output.WriteLineAsync(report.ToString());
            return report.ExitCode;
        }));
        return command;
    }
}
