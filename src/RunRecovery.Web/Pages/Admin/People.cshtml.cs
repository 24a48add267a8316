using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin;

[Authorize(Policy = DeskPolicies.Owner)]
[FreshSignIn]
public sealed class PeopleModel(People people, InvitationStore invitations, Links links) : PageModel
{
    public IReadOnlyList<Account> Everybody { get; private set; } = [];
    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    /// <summary>Just made: shown once.</summary>
    public string? Link { get; private set; }

    public string? LinkFor { get; private set; }

    /// <summary>What was typed for an invitation that was refused.</summary>
    public string? Name { get; private set; }

    public string NameOf(Invitation invitation) => Everybody.FirstOrDefault(a => a.Id == invitation.AccountId)?.DisplayName ?? invitation.Name ?? "Somebody";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Link, LinkFor) = (TempData[nameof(Link)] as string, TempData[nameof(LinkFor)] as string);
        Everybody = await people.AllAsync(cancel);
        Invited = await invitations.OpenAsync(cancel);
    }

    public async Task<IActionResult> OnPostInviteAsync(string? name, Role role, CancellationToken cancel)
    {
        Name = AccountName.Clean(name);
        var problem = Enum.IsDefined(role) ? AccountName.Problem(Name) : "There is no such role.";
        return problem is null ? Show(await invitations.ToJoinAsync(role, Name, cancel), Name) : await AnswerAsync(problem, "", cancel);
    }

    public async Task<IActionResult> OnPostBackAsync(int id, CancellationToken cancel) =>
        await people.InviteBackAsync(id, cancel) is { } key ? Show(key, (await people.AllAsync(cancel)).Single(a => a.Id == id).DisplayName) : NotFound();

    public async Task<IActionResult> OnPostRoleAsync(int id, Role role, CancellationToken cancel) =>
        await AnswerAsync(Enum.IsDefined(role) && await people.ChangeRoleAsync(id, role, cancel) ? null : "That did not work: the blog needs an owner.", "Changed.", cancel);

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancel) =>
        await AnswerAsync(await people.RemoveAsync(id, cancel) ? null : "That did not work: the blog needs an owner.", "Removed, and signed out everywhere.", cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancel)
    {
        await invitations.WithdrawAsync(id, cancel);
        return await AnswerAsync(null, "The invitation is withdrawn.", cancel);
    }

    private LocalRedirectResult Show(string key, string name)
    {
        (TempData[nameof(Link)], TempData[nameof(LinkFor)]) = (links.Absolute(Links.InvitationWith(key)), name);
        return LocalRedirect(Links.People);
    }

    private async Task<IActionResult> AnswerAsync(string? problem, string done, CancellationToken cancel)
    {
        if (problem is null)
        {
            TempData.Tell(done);
            return LocalRedirect(Links.People);
        }

        ModelState.AddModelError("", problem);
        await OnGetAsync(cancel);
        return Page();
    }
}
