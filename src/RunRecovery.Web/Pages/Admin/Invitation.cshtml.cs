using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin;

[AllowAnonymous]
public sealed class InvitationModel(InvitationStore invitations, Enrolment enrolment, SignIns signIns) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null: it has ended, or never was.</summary>
    public Invitation? Invitation { get; private set; }

    public string Title => this switch
    {
        { Invitation: null } => "This invitation has ended",
        { Invitation.IsSetUp: true } => "Set up your blog",
        { Invitation.AccountId: not null } => "Come back in",
        _ => "Welcome",
    };

    public string Lead => this switch
    {
        { Invitation.IsSetUp: true } => "You are the first here, so the blog will be yours.",
        { Invitation.AccountId: not null } => "Choose a new way to sign in. It ends every session that is still open.",
        _ => $"You are invited to write here, as {Invitation!.Role.InWords()}.",
    };

    public string Action => Invitation?.AccountId is null ? "Create my account" : "Set the new password";

    public async Task OnGetAsync(CancellationToken cancel) => Name = await FindAsync(cancel) ? Invitation!.Name : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        switch (await enrolment.WithPasswordAsync(Key, Name, Password, cancel))
        {
            case EnrolmentResult.Welcome(var account):
                await signIns.SignInAsync(HttpContext, account, "invitation");
                return LocalRedirect(Links.Desk);
            case EnrolmentResult.Refused(var problems):
                foreach (var problem in problems)
                {
                    ModelState.AddModelError(problem.Code, problem.Description);
                }

                break;
        }

        await FindAsync(cancel);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel) => (Invitation = await invitations.FindAsync(Key, cancel)) is not null;
}
