namespace RunRecovery.Web.Feeds.Checking;

internal static class TimeRules
{
    public static IEnumerable<string> TimesAreTheStoredOnes(DocumentEntry entry, StoredBlog blog)
    {
        if (entry.Updated.Time < entry.Published.Time)
        {
            yield return $"it was updated ({entry.Updated.Text}) before it was published ({entry.Published.Text}).";
        }

        if (blog.PostOf(entry) is not { } post)
        {
            yield break;
        }

        if (IsAnother(entry.Published, post.FirstPublishedAt))
        {
            yield return $"it says it was published {entry.Published.Text}; stored is {post.FirstPublishedAt:u}.";
        }

        if (IsAnother(entry.Updated, post.UpdatedAt > post.FirstPublishedAt ? post.UpdatedAt : post.FirstPublishedAt))
        {
            yield return $"it says it was updated {entry.Updated.Text}; stored is {post.UpdatedAt ?? post.FirstPublishedAt:u}.";
        }
    }

    public static IEnumerable<string> UpdatedIsThatOfTheNewest(FeedDocument document, StoredBlog blog)
    {
        var newest = document.Entries.Max(e => e.Updated.Time);
        return newest is null || document.Updated is null || document.Updated.Time == newest ? [] : [$"it says it was updated '{document.Updated.Text}', its newest entry {newest:u}."];
    }

    public static IEnumerable<string> FeedTimeHasItsForm(FeedDocument document, StoredBlog blog) =>
        document.Entries.Count == 0 || document.Updated is null ? [] : Formless(document.Updated);

    public static IEnumerable<string> EntryTimesHaveTheirForm(DocumentEntry entry, StoredBlog blog) => Formless(entry.Published, entry.Updated);

    public static IEnumerable<string> NothingIsOfTheFuture(DocumentEntry entry, StoredBlog blog) =>
        entry.Published.Time > blog.Now ? [$"it appears only {entry.Published.Text}."] : [];

    public static IEnumerable<string> NewestIsFirst(FeedDocument document, StoredBlog blog) =>
        document.Entries.Zip(document.Entries.Skip(1)).Where(pair => pair.First.Published.Time < pair.Second.Published.Time)
            .Select(pair => $"\"{pair.Second.Title}\" is newer than \"{pair.First.Title}\", but stands after it.");

    private static IEnumerable<string> Formless(params IEnumerable<WrittenTime> times) =>
        times.Where(t => t.Time is null).Select(t => $"'{t.Text}' is not a time in the form of this format.").Distinct();

    /// <summary>Feeds tell whole seconds.</summary>
    private static bool IsAnother(WrittenTime written, DateTime? stored) =>
        written.Time is { } time && stored is { } at && Math.Abs((time.UtcDateTime - at).TotalSeconds) >= 1;
}
