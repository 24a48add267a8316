using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Recovery;

namespace RunRecovery.Web.Pages.Recovery.Evidence;

[Finished(Queries = ["by"])]
public sealed class IndexModel(RecoveryLibrary recovery) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public string Order => By ?? EvidenceOrder.Grade;

    /// <summary>Sorted; without those that harm, which stand apart.</summary>
    public IReadOnlyList<Core.Recovery.Evidence> Rows { get; private set; } = [];

    public IReadOnlyList<Core.Recovery.Evidence> Harmful { get; private set; } = [];

    public EvidenceChart Chart { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (recovery.Evidence is not { } evidence || EvidenceOrder.Sort(evidence.All, Order) is not { } sorted)
        {
            return NotFound();
        }

        var rows = sorted.ToLookup(row => row.IsHarmful);
        (Rows, Harmful, Chart) = ([.. rows[false]], [.. rows[true]], new EvidenceChart(evidence.All));
        return Page();
    }
}
