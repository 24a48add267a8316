using System.CommandLine;
using RunRecovery.Web.Feeds.Checking;

namespace RunRecovery.Web.Commands;

internal static class FeedsCommand
{
    public static Command Build(Func<WebApplicationBuilder> builder)
    {
        var check = new Command("check", "Runs every feed against the rules of feeds, and says what falls short.");
        check.SetAction(async (line, cancel) =>
        {
            await using var app = builder().BuildBlog();
            await Database.MigrateAsync(app.Services);
            await using var scope = app.Services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<FeedCheck>().RunAsync(cancel);
            await line.InvocationConfiguration.Output.WriteLineAsync(report.ToString());
            return report.ExitCode;
        });
        return new Command("feeds", "What is said to feed readers.") { check };
    }
}
