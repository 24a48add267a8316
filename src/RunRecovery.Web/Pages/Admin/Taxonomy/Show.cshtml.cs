using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Accounts;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Taxonomy;

/// <summary>One category, tag or series: rename, merge, delete, and the order of a series.</summary>
[Authorize(DeskPolicies.Editor)]
public sealed class ShowModel(TaxonomyService taxonomy, SeriesParts series) : DeskPage
{
    public TermUse Use { get; private set; } = null!;
    public IReadOnlyList<Term> Others { get; private set; } = [];
    public IReadOnlyList<SeriesPart> Parts { get; private set; } = [];
    public string? Problem { get; private set; }
    public string TypedName { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => ShowAsync(id, null, null, cancel);

    public async Task<IActionResult> OnPostRenameAsync(int id, string? name, CancellationToken cancel)
    {
        if (await taxonomy.FindUseAsync(id, cancel) is not { } use)
        {
            return NotFound();
        }

        var problem = Term.ProblemOf(name ?? "") ?? (await taxonomy.RenameAsync(id, name!, cancel) ? null : $"Another {TermWords.One(use.Term.Kind)} has this name; merge this one into it instead.");
        return problem is null
            ? Done($"Renamed. {TermWords.Posts(use.Posts)} {(use.Posts == 1 ? "has" : "have")} the new name, and the old address leads here.", DeskLinks.Term(id))
            : await ShowAsync(id, problem, name, cancel);
    }

    public async Task<IActionResult> OnPostMergeAsync(int id, int into, CancellationToken cancel)
    {
        if (await taxonomy.FindUseAsync(id, cancel) is not { } use || await taxonomy.FindUseAsync(into, cancel) is not { } target || target.Term.Kind != use.Term.Kind || into == id)
        {
            return await ShowAsync(id, "Choose another one of the same kind to merge into.", null, cancel);
        }

        await taxonomy.MergeAsync(id, into, cancel);
        return Done($"“{use.Term.Name}” is merged into “{target.Term.Name}”: {TermWords.Posts(use.Posts)} moved, {use.FormerSlugs.Count + 1} redirects made.", DeskLinks.Term(into));
    }

    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancel)
    {
        if (await taxonomy.FindUseAsync(id, cancel) is not { } use)
        {
            return NotFound();
        }

        await taxonomy.DeleteAsync(id, cancel);
        return Done($"“{use.Term.Name}” is deleted and was taken from {TermWords.Posts(use.Posts)}. Its addresses answer that it is gone.", DeskLinks.Terms(use.Term.Kind));
    }

    public async Task<IActionResult> OnPostOrderAsync(int id, Dictionary<int, int> places, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await taxonomy.FindUseAsync(id, cancel) is null)
        {
            return await ShowAsync(id, "Nothing was saved: the place of a part is a whole number, such as 3.", null, cancel);
        }

        var problems = (await series.MoveAsync(Writer, id, places, cancel)).SelectMany(SaveProblems.Of).Distinct().ToList();
        return Done(problems.Count == 0 ? "The order is saved." : $"Some parts stayed where they were. {string.Join(' ', problems)}", DeskLinks.Term(id));
    }

    private async Task<IActionResult> ShowAsync(int id, string? problem, string? name, CancellationToken cancel)
    {
        if (await taxonomy.FindUseAsync(id, cancel) is not { } use)
        {
            return NotFound();
        }

        (Use, Problem, TypedName, Parts) = (use, problem, name ?? use.Term.Name, await series.OfAsync(id, cancel));
        Others = [.. (await taxonomy.AllAsync(use.Term.Kind, cancel)).Where(t => t.Id != id)];
        return Page();
    }
}
