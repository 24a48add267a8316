using System.CommandLine;
using RunRecovery.Core.Content.Export;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Commands;

internal static class ExportCommand
{
    public static Command Build(Func<WebApplicationBuilder> builder)
    {
        var folder = ContentArgument.Build();
        var command = new Command("export", "Writes the blog back as a content folder: texts, media, and what the blog remembers besides.") { folder };
        command.SetAction((line, cancel) => ContentArgument.RunAsync(line, async () =>
        {
            await using var app = builder().BuildBlog();
            await Database.MigrateAsync(app.Services);
            var folders = app.Services.GetRequiredService<FolderOptions>();
            var path = ContentArgument.Of(line, folder, folders);
            var report = await app.Services.GetRequiredService<ContentExporter>().ExportAsync(path, folders.Data, folders.Content, cancel);
            await line.InvocationConfiguration.Output.WriteLineAsync(report.ToString());
            return report.ExitCode;
        }));
        return command;
    }
}
