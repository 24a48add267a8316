namespace RunRecovery.Web.Feeds.Checking;

/// <summary>One of docs/feed-rules.md, as far as a single document shows whether it is kept.</summary>
internal sealed record FeedRule(int Number, Func<FeedDocument, StoredBlog, IEnumerable<Fault>> Check)
{
    public static FeedRule OfDocument(int number, Func<FeedDocument, StoredBlog, IEnumerable<string>> check) =>
        new(number, (document, blog) => check(document, blog).Select(problem => new Fault(number, problem)));

    public static FeedRule OfEntry(int number, Func<DocumentEntry, StoredBlog, IEnumerable<string>> check) =>
        new(number, (document, blog) => document.Entries.SelectMany(entry => check(entry, blog).Select(problem => new Fault(number, problem, entry))));
}

/// <param name="Entry">Null: the document as a whole.</param>
public sealed record Fault(int Rule, string Problem, DocumentEntry? Entry = null)
{
    public override string ToString() => $"rule {Rule}: {(Entry is null ? "" : $"entry \"{Entry.Title}\" ({Entry.Id}): ")}{Problem}";
}
