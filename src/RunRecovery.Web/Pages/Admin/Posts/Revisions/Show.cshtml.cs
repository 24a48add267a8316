using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts.Revisions;

/// <summary>One revision: what it changed, and the way back to it.</summary>
public sealed class ShowModel(RunRecovery.Core.Writing.Revisions revisions, WorkingCopies copies) : DeskPage
{
    public int Id { get; private set; }
    public PastText Past { get; private set; } = null!;
    public FieldsChanges Changes { get; private set; } = null!;

    /// <summary>Compared with what is on the desk now, instead of with the save before.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Now { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, int revision, CancellationToken cancel)
    {
        if (await revisions.FindAsync(Writer, id, revision, cancel) is not { } past || await copies.OpenAsync(Writer, id, cancel: cancel) is not { } open)
        {
            return NotFound();
        }

        (Id, Past) = (id, past);
        Changes = Now ? FieldsChanges.Between(past.Fields, open.Fields) : FieldsChanges.Between(past.Before, past.Fields);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int revision, CancellationToken cancel) =>
        await revisions.RestoreAsync(Writer, id, revision, cancel)
            ? Done("Gone back to that revision. It is on your desk; readers see it once you publish it. What was here is a revision now.", DeskLinks.Edit(id))
            : NotFound();
}
