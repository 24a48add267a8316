using System.Text.RegularExpressions;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>A text on the desk: the post that readers see, or will see, and what its author is making of it.</summary>
/// <param name="Copy">Null: nothing has been changed since the post was saved.</param>
/// <param name="Copies">All of the post's, the working copy and those beside it.</param>
public sealed record OpenText(Post Post, WorkingCopy? Copy, IReadOnlyList<WorkingCopy> Copies)
{
    /// <summary>The post has become another one since the working copy began, and both changed the same: somebody must decide.</summary>
    public bool IsBehind { get; init; }

    public PostFields Fields => Copy?.Read() ?? Live;

    /// <summary>As the post itself is.</summary>
    public PostFields Live => LiveOf(Post);

    /// <summary>Names what is open; see <see cref="WorkingCopy.Stamp"/>.</summary>
    public string Stamp => Copy?.Stamp ?? StampOf(Post);

    public IEnumerable<WorkingCopy> Beside => Copies.Where(c => c.IsBeside && c.Id != Copy?.Id);

    internal static PostFields LiveOf(Post post) => Untitled.Hide(PostFields.Of(post));

    internal static string StampOf(Post post) => $"post-{post.Version}";
}

/// <summary>A draft that its author has not named.</summary>
public static partial class Untitled
{
    public const string Title = "Untitled";

    internal static string NewSlug() => $"untitled-{Guid.NewGuid().ToString("N")[..10]}";

    /// <summary>An author sees an empty field, not a name that nobody gave; what has been published once is called that for ever.</summary>
    public static PostFields Hide(PostFields fields) => !fields.Draft || fields.Date is not null ? fields : fields with
    {
        Title = fields.Title == Title ? "" : fields.Title,
        Slug = IsNewSlug.IsMatch(fields.Slug) ? "" : fields.Slug,
    };

    [GeneratedRegex("^untitled-[0-9a-f]{10}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsNewSlug { get; }
}
