using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Accounts;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin;

[AllowAnonymous]
public sealed class InvitationModel(InvitationStore invitations, Enrolment enrolment, Passkeys passkeys, SignIns signIns) : PageModel
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

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Invitation = await invitations.FindAsync(Key, cancel);
        Name = Invitation?.Name;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await AnswerAsync(await enrolment.FindAsync(Key, Name, cancel) is { } invited ? await enrolment.WithPasswordAsync(invited, Password, cancel) : new EnrolmentResult.Ended(), cancel);

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel) =>
        await AnswerAsync(await enrolment.FindAsync(Key, Name, cancel) is { } invited ? await WithPasskeyAsync(invited, credential, cancel) : new EnrolmentResult.Ended(), cancel);

    private async Task<EnrolmentResult> WithPasskeyAsync(Invited invited, string? credential, CancellationToken cancel) =>
        await passkeys.ReadNewAsync(credential, invited.Account.Id, DeviceName.Of(Request.Headers.UserAgent)) is { } passkey
            ? await enrolment.WithPasskeyAsync(invited, passkey, cancel)
            : new EnrolmentResult.Refused([new IdentityError { Code = "", Description = "The passkey did not arrive whole. Try again." }]);

    private async Task<IActionResult> AnswerAsync(EnrolmentResult result, CancellationToken cancel)
    {
        if (result is EnrolmentResult.Welcome(var account))
        {
            await signIns.SignInAsync(HttpContext, account, "invitation");
            TempData.Tell("Welcome. Your account has recovery codes for the day on which you cannot sign in: print them soon.");
            return LocalRedirect(Links.Desk);
        }

        ModelState.AddProblems(result is EnrolmentResult.Refused(var problems) ? problems : []);
        Invitation = await invitations.FindAsync(Key, cancel);
        return Page();
    }
}
