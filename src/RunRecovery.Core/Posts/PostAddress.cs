namespace RunRecovery.Core.Posts;

/// <summary>The path at which a post is published. Spelled here once, because addresses are stored (<see cref="PublishedAddress"/>) and linked to.</summary>
public static class PostAddress
{
    public static string Of(PostKind kind, string slug) => kind switch
    {
        PostKind.Post => $"/posts/{slug}",
        PostKind.Tip => $"/tips/{slug}",
        PostKind.Page => $"/{slug}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of post without an address."),
    };

    /// <summary>What follows the address of a post at the address of its Markdown; tips and pages have none.</summary>
    public const string MarkdownEnding = ".md";

    public static bool IsOfMarkdown(string path) =>
        path.StartsWith(Of(PostKind.Post, ""), StringComparison.Ordinal) && path.EndsWith(MarkdownEnding, StringComparison.Ordinal);

    /// <summary>The one spelling of a path: lower case, without trailing or double slashes. Two at the beginning would lead to another host.</summary>
    public static string Spell(string path) => "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    /// <summary>The same for a path as an author wrote it, with escapes.</summary>
    public static string SpellWritten(string path) => Spell(Uri.UnescapeDataString(path));

    /// <summary>A path as an author would write it: what <see cref="SpellWritten"/> reads as this path.</summary>
    public static string Write(string path) => path.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
}
