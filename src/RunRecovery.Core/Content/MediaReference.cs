using RunRecovery.Core.Media;

namespace RunRecovery.Core.Content;

/// <summary>What a text means by the address of a picture, video or other file.</summary>
public static class MediaReference
{
    /// <summary>The file's path below the media folder; null when the address leads elsewhere, for example to another host.</summary>
    /// <param name="folder">The folder of the text below the content folder.</param>
    /// <param name="leaves">The address climbs out of the content folder, which nothing may.</param>
    public static string? Find(string folder, string address, out bool leaves)
    {
        leaves = false;
        var path = Uri.UnescapeDataString(address.Split('?', '#')[0]).Replace('\\', '/');
        var isOurs = path.StartsWith(MediaAddress.Root, StringComparison.Ordinal);
        if (path.Length == 0 || (path[0] == '/' && !isOurs) || HasScheme(path))
        {
            return null;
        }

        var inside = Walk(isOurs ? path[MediaAddress.Root.Length..] : $"{folder}/{path}");
        leaves = inside is null;
        return inside is null ? null : isOurs ? inside : new MediaPath(inside).Target;
    }

    private static string? Walk(string path)
    {
        List<string> steps = [];
        foreach (var step in path.Split('/'))
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

    private static bool HasScheme(string path) => path.IndexOf(':') is var colon && colon > 0 && path.IndexOf('/') is var slash && (slash < 0 || colon < slash);
}
