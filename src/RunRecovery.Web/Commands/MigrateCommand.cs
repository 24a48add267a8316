using System.CommandLine;

namespace RunRecovery.Web.Commands;

internal static class MigrateCommand
{
    public static Command Build(Func<WebApplicationBuilder> builder)
    {
        var command = new Command("migrate", "Creates the database, or brings an older one up to date.");
        command.SetAction(async (line, _) =>
        {
            await using var app = builder().BuildBlog();
            await Database.MigrateAsync(app.Services);
            await line.InvocationConfiguration.Output.WriteLineAsync("The database is up to date.");
            return 0;
        });
        return command;
    }
}
