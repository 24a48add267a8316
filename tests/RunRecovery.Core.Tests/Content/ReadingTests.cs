using System.Security.Cryptography;
using System.Text;
using RunRecovery.Core.Content;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Tests.Content;

/// <summary>Reads files without a disk.</summary>
public abstract class ReadingTests
{
    protected static readonly TimeZoneInfo Zurich = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    protected static PostFields Read(string text, string path = "posts/easy-days.md") => ReadPost(text, path).Fields;

    protected static WrittenPost ReadPost(string text, string path = "posts/easy-days.md")
    {
        var post = TryRead(text, path, out var problems);
        Assert.Empty(problems);
        return Assert.IsType<WrittenPost>(post);
    }

    protected static PostFields WithHeader(string header, string path = "posts/easy-days.md") => Read($"---\n{header}\n---\nText.\n", path);

    protected static string ProblemOf(string text, string path = "posts/easy-days.md")
    {
        Assert.Null(TryRead(text, path, out var problems));
        return Assert.Single(problems).ToString();
    }

    private static WrittenPost? TryRead(string text, string path, out IReadOnlyList<ContentProblem> problems) =>
        new PostFieldsReader(new MarkdownRenderer(), Zurich).Read(PathOf(path), new ContentFile(Hash(text), text), out problems);

    private static ContentPath PathOf(string path) => new(
        path,
        path.Split('/')[0] switch { "tips" => PostKind.Tip, "pages" => PostKind.Page, _ => PostKind.Post },
        path.Split('/').Any(folder => folder is "drafts" or "_drafts"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
