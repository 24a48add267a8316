using System.Net;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Tests.Commands;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Accounts;

/// <summary>For whoever locked themselves out: the program on the command line, beside the one that serves.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Add_prints_a_link_that_lets_somebody_in_with_a_role()
    {
        Assert.Equal((0, "Nobody has an account here.\n", ""), await Run("list"));

        var (exitCode, link, _) = await Run("add", "Ben", "editor");
        using var ben = _blog.Visitor();
        await ben.PostFormAsync(new Uri(link.Trim()).PathAndQuery, ("Name", "Ben"), ("Password", Password));

        Assert.Equal(0, exitCode);
        Assert.Equal((0, "Ben, editor, since 2026-11-24\n", ""), await Run("list"));
    }

    [Fact]
    public async Task Reset_ends_every_session_and_prints_a_link_to_a_new_way_in()
    {
        using var ada = await _blog.SignedInAsync();

        var (exitCode, link, _) = await Run("reset", "ada");
        Assert.Equal(HttpStatusCode.Redirect, (await ada.GetAsync("/admin")).StatusCode);
        using var back = _blog.Visitor();
        await back.PostFormAsync(new Uri(link.Trim()).PathAndQuery, ("Name", "Eve"), ("Password", "another calm lantern"));

        Assert.Equal(0, exitCode);
        Assert.Equal(HttpStatusCode.OK, (await back.GetAsync("/admin")).StatusCode);
        Assert.Equal(Role.Owner, Assert.Single(await _blog.Ask<People, IReadOnlyList<Account>>(people => people.AllAsync())).Role);
    }

    [Fact]
    public async Task Who_is_not_there_and_a_role_that_is_none_are_said()
    {
        Assert.Equal((1, "", "Nobody signs in as 'Eve'. See: user list\n"), await Run("reset", "Eve"));
        var (exitCode, _, error) = await Run("add", "Eve", "queen");
        Assert.Equal(1, exitCode);
        Assert.Contains("queen", error, StringComparison.Ordinal);
        Assert.Contains("author", error, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Error)> Run(params string[] words)
    {
        // Makes the folder and the database, whoever comes first.
        _ = _blog.Services;
        return await ProgramRun.In(_blog.Data, _blog.Data, ["user", .. words]);
    }
}
