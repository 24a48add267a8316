using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>Into the bin, and out of it again.</summary>
public sealed class DeleteModel(Bin bin, WorkingCopies copies) : DeskPage
{
    public Post Post { get; private set; } = null!;
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await copies.OpenAsync(Writer, id, cancel: cancel) is not { } open)
        {
            return NotFound();
        }

        (Post, Title) = (open.Post, Publishing.Complete(open).Title);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) =>
        await bin.DeleteAsync(Writer, id, cancel) ? Done($"It lies in the bin now, for {Bin.Time.Days} days.", DeskLinks.Delete(id)) : NotFound();

    public async Task<IActionResult> OnPostUndeleteAsync(int id, CancellationToken cancel) =>
        await bin.UndeleteAsync(Writer, id, cancel) ? Done("It is back, as it was.", DeskLinks.Edit(id)) : NotFound();
}
