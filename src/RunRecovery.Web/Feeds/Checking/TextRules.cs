using System.Text.RegularExpressions;

namespace RunRecovery.Web.Feeds.Checking;

internal static partial class TextRules
{
    public static IEnumerable<string> TextAndSummaryHaveTheirPlaces(DocumentEntry entry, StoredBlog blog)
    {
        if (entry.Summary.Length == 0)
        {
            yield return "it has no summary.";
        }
        else if (Markup.IsMatch(entry.Summary))
        {
            yield return "its summary is not plain text.";
        }

        if (entry.Body.ChildElementCount == 0)
        {
            yield return "it has no text, or one without markup.";
        }
        else if (entry.Content == entry.Summary)
        {
            yield return "its text is its summary.";
        }
    }

    public static IEnumerable<string> TitleIsPlainAndSaidOnce(DocumentEntry entry, StoredBlog blog)
    {
        if (Markup.IsMatch(entry.Title))
        {
            yield return "its title holds markup.";
        }

        if (blog.PostOf(entry) is { } post && entry.Title != FeedText.OneLine(post.Title))
        {
            yield return $"its title is not the stored one, \"{post.Title}\".";
        }

        if (entry.Body.QuerySelector("h1, h2, h3, h4, h5, h6") is { } heading && string.Equals(FeedText.OneLine(heading.TextContent), entry.Title, StringComparison.OrdinalIgnoreCase))
        {
            yield return "its text repeats its title as a heading.";
        }
    }

    public static IEnumerable<string> SomebodyWroteIt(DocumentEntry entry, StoredBlog blog) =>
        entry.Authors.Any(a => a.Length > 0) ? MailAddresses(entry.Authors) : ["it has no author."];

    public static IEnumerable<string> NoMailAddress(FeedDocument document, StoredBlog blog) => MailAddresses(document.Authors);

    public static IEnumerable<string> CategoriesAreComplete(DocumentEntry entry, StoredBlog blog) =>
        entry.Categories.Where(c => c.Label is "" || c.Term is "" || c.Scheme is "").Select(c => $"the category '{c.Label}' has no label, no term or no scheme.");

    public static IEnumerable<string> LanguageIsSaid(FeedDocument document, StoredBlog blog)
    {
        if (document.Language != blog.Language)
        {
            yield return $"its language is '{document.Language}'; the site's is {blog.Language}.";
        }

        foreach (var entry in document.Entries)
        {
            var (said, stored) = (entry.Language ?? document.Language, blog.PostOf(entry)?.Language ?? blog.Language);
            if (said != stored)
            {
                yield return $"the language of \"{entry.Title}\" is '{said}'; stored is {stored}.";
            }
        }
    }

    public static IEnumerable<string> CharactersCanBeCarried(FeedDocument document, StoredBlog blog) =>
        document.Entries.SelectMany(TextsOf).Append(document.Title).Where(text => FeedText.Clean(text) != text)
            .Select(text => $"what begins '{FeedText.OneLine(text[..Math.Min(40, text.Length)])}' holds a control character or what is no character.");

    private static IEnumerable<string> TextsOf(DocumentEntry entry) => [entry.Title, entry.Summary, entry.Content, .. entry.Authors, .. entry.Categories.Select(c => c.Label)];

    private static IEnumerable<string> MailAddresses(IEnumerable<string> authors) =>
        authors.Where(a => MailAddress.IsMatch(a)).Select(a => $"the author '{a}' has an address for mail.");

    [GeneratedRegex("</?[a-zA-Z][^<>]*>|&(amp|lt|gt|quot|apos|nbsp|#[0-9]+|#x[0-9a-fA-F]+);")]
    private static partial Regex Markup { get; }

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+")]
    private static partial Regex MailAddress { get; }
}
