using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts.Revisions;

public sealed class IndexModel(RunRecovery.Core.Writing.Revisions revisions, Authors authors) : DeskPage
{
    public int Id { get; private set; }
    public IReadOnlyList<RevisionLine> Lines { get; private set; } = [];
    public IReadOnlyDictionary<int, string> Names { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        (Id, Lines, Names) = (id, await revisions.ListAsync(Writer, id, cancel), await authors.NamesAsync(cancel));
        return Lines.Count > 0 ? Page() : NotFound();
    }
}
