using System.Text;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>Where a text lies, and what its place says about it.</summary>
/// <param name="Path">Below the content folder, with forward slashes, e.g. <c>posts/my-post/index.md</c>.</param>
public sealed record ContentPath(string Path, PostKind Kind, bool IsDraft)
{
    /// <summary>In bytes, as file systems count them; an ending and a number must fit as well.</summary>
    private const int LongestName = 200;

    public static ContentPath Of(string path, PostKind kind) => new(path, kind, path.Split('/')[..^1].Any(IsDraftFolder));

    /// <summary>Where a text belongs that has no file yet.</summary>
    public static string Of(PostKind kind, string slug)
    {
        // A name such as 2026-11-23-easy-days would say a day, also of a draft that has none.
        var name = WrittenName.Of(slug).Day is null ? slug : $"text-{slug}";
        while (Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        }

        return $"{FolderOf(kind)}/{name}.md";
    }

    public static string FolderOf(PostKind kind) => $"{kind.ToString().ToLowerInvariant()}s";

    public static bool IsDraftFolder(string name) => name is "drafts" or "_drafts";

    /// <summary>From which the text's relative pictures and links start, e.g. <c>posts/my-post</c>.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The author's name for the text: of the file, or of the folder of a bundle.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path) is var name && name == "index" && Folder.Contains('/')
        ? Folder[(Folder.LastIndexOf('/') + 1)..]
        : name;
}

/// <param name="Path">Below the content folder: <c>media/charts/sleep.png</c>, or beside a text <c>posts/my-post/shoe.jpg</c>.</param>
public sealed record MediaPath(string Path)
{
    /// <summary>Where a file of the blog's media folder lies in a content folder: beside a text, or in the media folder.</summary>
    public static MediaPath Of(string target) => new(ContentFolder.IsOfTexts(target.Split('/')[0]) ? target : $"media/{target}");

    /// <summary>Below the media folder of the blog: <c>charts/sleep.png</c>, or <c>posts/my-post/shoe.jpg</c>.</summary>
    public string Target => MediaReference.InMediaFolder(Path);
}
