using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>What lies in a content folder, in an order that depends on nothing but the names. Contents are not read yet.</summary>
public sealed class ContentFolder
{
    private const string MediaFolder = "media";

    /// <summary>What media were made from: drawings and scripts. Kept with the content, never served.</summary>
    private const string MediaSources = "media/sources";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private static readonly Dictionary<string, PostKind> Kinds = new()
    {
        ["posts"] = PostKind.Post,
        ["tips"] = PostKind.Tip,
        ["pages"] = PostKind.Page,
        ["drafts"] = PostKind.Post,
        ["_drafts"] = PostKind.Post,
    };

    private readonly List<ContentPath> _texts = [];
    private readonly List<MediaPath> _media = [];
    private readonly List<ContentProblem> _problems = [];

    private ContentFolder(string root) => Root = root;

    public string Root { get; }
    public IReadOnlyList<ContentPath> Texts => _texts;
    public IReadOnlyList<MediaPath> Media => _media;

    /// <summary>What is not followed or cannot be read.</summary>
    public IReadOnlyList<ContentProblem> Problems => _problems;

    /// <exception cref="ContentRefusedException">There is no such folder.</exception>
    public static ContentFolder Open(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new ContentRefusedException($"The content folder '{path}' does not exist.");
        }

        var folder = new ContentFolder(Path.GetFullPath(path));
        foreach (var found in folder.Inside(""))
        {
            if (found is DirectoryInfo && (found.Name == MediaFolder || Kinds.ContainsKey(found.Name)) && !folder.RefusesLink(found, found.Name))
            {
                folder.Walk(found.Name, Kinds.TryGetValue(found.Name, out var kind) ? kind : null, ContentPath.IsDraftFolder(found.Name));
            }
        }

        folder._texts.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        folder._media.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        folder.RefuseSamePlaces();
        return folder;
    }

    /// <summary>Whether texts lie in a folder of this name, and what belongs to them.</summary>
    internal static bool IsOfTexts(string name) => Kinds.ContainsKey(name);

    /// <summary>Whether an import would read a file at this path, seen from its names alone.</summary>
    internal static bool Reads(string path)
    {
        var steps = path.Split('/');
        return (steps[0] == MediaFolder || IsOfTexts(steps[0]))
            && !path.StartsWith($"{MediaSources}/", StringComparison.Ordinal)
            && steps.Skip(1).Select((name, i) => name.Length > 0 && (name[0] is not ('_' or '.') || (i + 2 < steps.Length && ContentPath.IsDraftFolder(name)))).All(reads => reads);
    }

    public string FullPath(string path) => Path.Combine(Root, path);

    /// <param name="kind">Null in the media folder, where every file is media.</param>
    private void Walk(string folder, PostKind? kind, bool draft)
    {
        foreach (var found in Inside(folder))
        {
            var path = $"{folder}/{found.Name}";
            if (IsIgnored(found) || path == MediaSources || RefusesLink(found, path))
            {
                continue;
            }

            if (found is DirectoryInfo)
            {
                Walk(path, kind, draft || (kind is not null && ContentPath.IsDraftFolder(found.Name)));
            }
            else if (kind is { } ofText && IsText(found.Name))
            {
                _texts.Add(new ContentPath(path, ofText, draft));
            }
            else
            {
                _media.Add(new MediaPath(path));
            }
        }
    }

    /// <summary>A file beside a text and one in the media folder may both want to be kept at one place; the first has it.</summary>
    private void RefuseSamePlaces()
    {
        foreach (var files in _media.GroupBy(media => media.Target).Where(files => files.Count() > 1).ToList())
        {
            foreach (var second in files.Skip(1))
            {
                _problems.Add(new ContentProblem(second.Path, null, $"would be kept at the same place as {files.First().Path}; rename one of them."));
                _media.Remove(second);
            }
        }
    }

    private List<FileSystemInfo> Inside(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(FullPath(folder)).EnumerateFileSystemInfos("*", Everything)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new ContentProblem(folder, null, $"cannot be read: {failure.Message}"));
            return [];
        }
    }

    /// <summary>A link may lead anywhere on the machine, so none is followed.</summary>
    private bool RefusesLink(FileSystemInfo found, string path)
    {
        if (found.LinkTarget is null)
        {
            return false;
        }

        _problems.Add(new ContentProblem(path, null, "is a symbolic link; links are not followed, put the file itself here."));
        return true;
    }

    private static bool IsIgnored(FileSystemInfo found) => found.Name[0] is '_' or '.' && !(found is DirectoryInfo && ContentPath.IsDraftFolder(found.Name));

    private static bool IsText(string name) => Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown";
}
