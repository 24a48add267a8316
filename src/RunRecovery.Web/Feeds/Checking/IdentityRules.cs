namespace RunRecovery.Web.Feeds.Checking;

internal static class IdentityRules
{
    public static IEnumerable<string> IdIsTheStoredOne(DocumentEntry entry, StoredBlog blog)
    {
        if (entry.Id.Length == 0)
        {
            yield return "it has no id.";
        }
        else if (Uri.TryCreate(entry.Id, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            yield return "its id is an address, which may change.";
        }
        else if (blog.PostOf(entry) is null)
        {
            yield return "no post that visitors may see has this id.";
        }

        if (entry.IdIsAddress)
        {
            yield return "its guid does not say isPermaLink=\"false\".";
        }
    }

    /// <summary>Some readers cut a fragment off.</summary>
    public static IEnumerable<string> IdsAreDistinct(FeedDocument document, StoredBlog blog) =>
        document.Entries.GroupBy(e => e.Id.Split('#')[0]).Where(same => same.Count() > 1).Select(same => $"{same.Count()} entries have the id {same.Key}.");

    public static IEnumerable<string> FeedIsAtTheSite(FeedDocument document, StoredBlog blog) =>
        Elsewhere(blog, document.Self, document.Page, document.PreviousArchive, document.Current);

    public static IEnumerable<string> EntryIsAtTheSite(DocumentEntry entry, StoredBlog blog) =>
        Elsewhere(blog, [entry.Address, entry.Picture?.Address, .. entry.Enclosures.Select(e => e.Address), .. entry.Categories.Select(c => c.Scheme)]);

    public static IEnumerable<string> SelfIsTheAddress(FeedDocument document, StoredBlog blog) =>
        document.Self == document.Address ? [] : [$"it calls itself '{document.Self}', but is at {document.Address}."];

    private static IEnumerable<string> Elsewhere(StoredBlog blog, params IEnumerable<string?> addresses) =>
        addresses.Where(a => a is not null && !blog.IsOurs(a)).Select(a => $"the address '{a}' does not begin with {blog.Base}.");
}
