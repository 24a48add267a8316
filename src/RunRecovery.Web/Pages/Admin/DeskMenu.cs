using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Pages.Admin;

/// <summary>Where one can go at the desk.</summary>
public static class DeskMenu
{
    private static readonly (string Address, string Name, Role From)[] Entries =
    [
        (Links.Desk, "Posts", Role.Author),
        (Links.DeskMedia, "Media", Role.Author),
        (Links.DeskTaxonomy, "Taxonomy", Role.Editor),
        (Links.People, "People", Role.Owner),
        (Links.Account, "Account", Role.Author),
    ];

    public static IEnumerable<(string Address, string Name)> For(Role role) => Entries.Where(e => role >= e.From).Select(e => (e.Address, e.Name));

    /// <summary>For aria-current: this very page, or one below.</summary>
    public static string? Current(string address, PathString here) =>
        here == address ? "page" : here.StartsWithSegments(address == Links.Desk ? $"{Links.Desk}/posts" : address) ? "true" : null;
}
