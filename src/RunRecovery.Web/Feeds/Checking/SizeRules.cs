namespace RunRecovery.Web.Feeds.Checking;

internal static class SizeRules
{
    private const int MaxEntries = 30;

    public static IEnumerable<string> DocumentIsSmall(FeedDocument document, StoredBlog blog)
    {
        if (document.Length > Feed.MaxBytes)
        {
            yield return $"it has {document.Length} bytes, more than {Feed.MaxBytes}.";
        }

        if (document.Entries.Count > MaxEntries)
        {
            yield return $"it has {document.Entries.Count} entries, more than {MaxEntries}.";
        }
    }
}
