using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Web.Writing;

/// <summary>What editors read about categories, tags and series.</summary>
public static class TermWords
{
    public static string One(TermKind kind) => kind switch { TermKind.Category => "category", TermKind.Series => "series", _ => "tag" };

    public static string Many(TermKind kind) => kind switch { TermKind.Category => "Categories", TermKind.Series => "Series", _ => "Tags" };

    public static string Posts(int count) => count == 1 ? "1 post" : $"{count} posts";
}
