namespace RunRecovery.Core.Media;

/// <summary>What a text means by an address of a file of ours.</summary>
public static class MediaReference
{
    private const string ContentFolder = "media/";

    /// <summary>The file's path below the media folder; null when the address leads elsewhere, for example to another host.</summary>
    /// <param name="folder">The folder of the text below the content folder; null when it has no file, so that nothing lies beside it.</param>
    /// <param name="leaves">The address climbs out of the content folder, which nothing may.</param>
    public static string? Find(string? folder, string address, out bool leaves)
    {
        leaves = false;
        var path = Uri.UnescapeDataString(address.Split('?', '#')[0]).Replace('\\', '/');
        var isAbsolute = path.StartsWith(MediaAddress.Root, StringComparison.Ordinal);
        if (path.Length == 0 || (!isAbsolute && (folder is null || path[0] == '/' || HasScheme(path))))
        {
            return null;
        }

        var inside = isAbsolute ? Resolve("", path[MediaAddress.Root.Length..]) : Resolve(folder!, path);
        leaves = inside is null;
        return isAbsolute || inside is null ? inside : InMediaFolder(inside);
    }

    /// <summary>Where a file of the content folder is kept: those of its media folder without that name, those beside texts as they are.</summary>
    public static string InMediaFolder(string path) => path.StartsWith(ContentFolder, StringComparison.Ordinal) ? path[ContentFolder.Length..] : path;

    /// <summary>The path that a relative one means, seen from a folder; null when it would climb out of the outermost folder.</summary>
    public static string? Resolve(string folder, string relative)
    {
        List<string> steps = [];
        foreach (var step in $"{folder}/{relative}".Split('/', '\\'))
        {
            if (step == ".." && steps.Count == 0)
            {
                return null;
            }
            else if (step == "..")
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("" or "."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private static bool HasScheme(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return colon >= 0 && (slash < 0 || colon < slash);
    }
}
