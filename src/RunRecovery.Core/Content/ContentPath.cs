using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>Where a text lies, and what its place says about it.</summary>
/// <param name="Path">Below the content folder, with forward slashes, e.g. <c>posts/my-post/index.md</c>.</param>
public sealed record ContentPath(string Path, PostKind Kind, bool IsDraft)
{
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
    /// <summary>Below the media folder of the blog: <c>charts/sleep.png</c>, or <c>posts/my-post/shoe.jpg</c>.</summary>
    public string Target => MediaReference.InMediaFolder(Path);
}
