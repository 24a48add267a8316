using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin;

/// <summary>The desk: what is live, scheduled, in draft, in conflict.</summary>
public sealed class IndexModel(DeskList list, Authors authors) : DeskPage
{
    private const int Size = 30;

    [BindProperty(SupportsGet = true)]
    public DeskState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public PostKind? Kind { get; set; }

    /// <summary>What is searched for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public PageOf<DeskLine> Lines { get; private set; } = null!;
    public IReadOnlyDictionary<DeskState, int> Counts { get; private set; } = null!;
    public IReadOnlyDictionary<int, string> Names { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel, int number = 1)
    {
        Lines = await list.FindAsync(Writer, new DeskQuestion(State, Kind, Q), number, Size, cancel);
        if (!Lines.Exists)
        {
            return NotFound();
        }

        Counts = await list.CountsAsync(Writer, cancel);
        Names = await authors.NamesAsync(cancel);
        return Page();
    }

    public string With(DeskState? state = null, int number = 1) => DeskLinks.List(state, Kind, Q, number);
}
