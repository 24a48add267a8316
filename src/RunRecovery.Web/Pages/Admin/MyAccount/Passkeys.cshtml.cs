using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Pages.Admin.MyAccount;

[FreshSignIn]
public sealed class PasskeysModel(OwnPasskeys own) : PageModel
{
    public IReadOnlyList<UserPasskeyInfo> Known { get; private set; } = [];
    public string Suggestion => DeviceName.Of(Request.Headers.UserAgent);

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public async Task OnGetAsync() => Known = await own.AllAsync(User);

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name) =>
        await AnswerAsync(await own.AddAsync(User, credential, name), "From now on you can sign in with this passkey.");

    public async Task<IActionResult> OnPostRenameAsync(string? id, string? name) => await AnswerAsync(await own.RenameAsync(User, id, name), "Renamed.");

    public async Task<IActionResult> OnPostRemoveAsync(string? id) =>
        await AnswerAsync(await own.RemoveAsync(User, id), "The passkey is removed here. Your device may still offer it; you can delete it there too.");

    private async Task<IActionResult> AnswerAsync(string? problem, string done)
    {
        if (problem is null)
        {
            TempData.Tell(done);
            return LocalRedirect(Links.Passkeys);
        }

        ModelState.AddModelError("", problem);
        await OnGetAsync();
        return Page();
    }
}
