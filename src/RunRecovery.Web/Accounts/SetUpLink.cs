using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>While nobody has an account, each start says how to become the owner. On the console only: in a file it would be a stored secret.</summary>
public static class SetUpLink
{
    public static async Task PrintAsync(IServiceProvider services, TextWriter console)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<InvitationStore>().ToSetUpAsync() is { } key)
        {
            var links = scope.ServiceProvider.GetRequiredService<Links>();
            await console.WriteLineAsync($"Nobody has an account here yet. Become the owner, once, at {links.Absolute(Links.InvitationWith(key))}");
        }
    }
}
