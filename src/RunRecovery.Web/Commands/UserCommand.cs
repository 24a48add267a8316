using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Commands;

/// <summary>For whoever stands outside: an owner who cannot sign in, or has nobody to ask.</summary>
internal static class UserCommand
{
    private static readonly string[] Roles = [.. Enum.GetNames<Role>().Select(name => name.ToLowerInvariant())];

    public static Command Build(Func<WebApplicationBuilder> builder) => new("user", "Who may sign in. Links are shown once; send them to nobody but whom they are for.")
    {
        Add(builder),
        Reset(builder),
        List(builder),
    };

    private static Command Add(Func<WebApplicationBuilder> builder)
    {
        var name = new Argument<string>("name") { Description = "Of the new person; they can choose another." };
        var role = new Argument<string>("role") { Description = $"One of {string.Join(", ", Roles)}.", DefaultValueFactory = _ => Roles[0] };
        role.AcceptOnlyFromAmong(Roles);
        var command = new Command("add", "Prints a link that lets a further person in.") { name, role };
        command.SetAction((line, cancel) => RunAsync(builder, line, async services =>
        {
            if (AccountName.Problem(AccountName.Clean(line.GetValue(name))) is { } problem)
            {
                return (1, problem);
            }

            var key = await services.GetRequiredService<InvitationStore>().ToJoinAsync(Enum.Parse<Role>(line.GetValue(role)!, ignoreCase: true), AccountName.Clean(line.GetValue(name)), cancel);
            return (0, LinkOf(services, key));
        }));
        return command;
    }

    private static Command Reset(Func<WebApplicationBuilder> builder)
    {
        var name = new Argument<string>("name") { Description = "That they sign in with." };
        var command = new Command("reset", "Signs somebody out everywhere, and prints a link with which they choose a new way to sign in.") { name };
        command.SetAction((line, cancel) => RunAsync(builder, line, async services =>
        {
            var account = await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(AccountName.Clean(line.GetValue(name)));
            return account is not null && await services.GetRequiredService<People>().InviteBackAsync(account.Id, cancel) is { } key
                ? (0, LinkOf(services, key))
                : (1, $"Nobody signs in as '{line.GetValue(name)}'. See: user list");
        }));
        return command;
    }

    private static Command List(Func<WebApplicationBuilder> builder)
    {
        var command = new Command("list", "Says who may sign in, and as what.");
        command.SetAction((line, cancel) => RunAsync(builder, line, async services =>
        {
            var everybody = await services.GetRequiredService<People>().AllAsync(cancel);
            return (0, everybody.Count == 0 ? "Nobody has an account here." : string.Join('\n', everybody.Select(InWords)));
        }));
        return command;
    }

    private static string InWords(Account account) => string.Create(
        CultureInfo.InvariantCulture,
        $"{account.UserName}, {account.Role.ToString().ToLowerInvariant()}, since {account.CreatedAt:yyyy-MM-dd}{(account.RemovedAt is { } removed ? $", removed {removed:yyyy-MM-dd}" : "")}");

    private static string LinkOf(IServiceProvider services, string key) => services.GetRequiredService<Links>().Absolute(Links.InvitationWith(key));

    private static async Task<int> RunAsync(Func<WebApplicationBuilder> builder, ParseResult line, Func<IServiceProvider, Task<(int ExitCode, string Said)>> deed)
    {
        await using var app = builder().BuildBlog();
        await Database.MigrateAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        var (exitCode, said) = await deed(scope.ServiceProvider);
        await (exitCode == 0 ? line.InvocationConfiguration.Output : line.InvocationConfiguration.Error).WriteLineAsync(said);
        return exitCode;
    }
}
