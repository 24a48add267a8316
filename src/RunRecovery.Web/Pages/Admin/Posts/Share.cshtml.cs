using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>Links by which somebody without an account reads a text before readers do.</summary>
public sealed class ShareModel(ShareLinks shares, WorkingCopies copies, Links links) : DeskPage
{
    public int Id { get; private set; }
    public string Title { get; private set; } = "";
    public IReadOnlyList<ShareLink> Open { get; private set; } = [];

    /// <summary>Shown once: afterwards only its hash is known.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await copies.OpenAsync(Writer, id, cancel: cancel) is not { } open)
        {
            return NotFound();
        }

        (Id, Title, Open) = (id, Publishing.Complete(open).Title, await shares.OfAsync(Writer, id, cancel));
        Address = TempData[nameof(Address)] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int days, CancellationToken cancel)
    {
        if (await copies.OpenAsync(Writer, id, cancel: cancel) is null)
        {
            return NotFound();
        }

        if (await shares.CreateAsync(Writer, id, days, cancel) is not { } key)
        {
            return Done($"No link was made: wanted one of {string.Join(", ", ShareLinks.Lengths)} days, for a post that is not in the bin.", DeskLinks.Share(id));
        }

        TempData[nameof(Address)] = links.Absolute(Links.SharedPreview(key));
        return LocalRedirect(DeskLinks.Share(id));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int id, int link, CancellationToken cancel) =>
        await shares.TakeBackAsync(Writer, id, link, cancel) ? Done("That link opens nothing any more.", DeskLinks.Share(id)) : NotFound();
}
