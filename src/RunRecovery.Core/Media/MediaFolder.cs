namespace RunRecovery.Core.Media;

/// <summary>Where media files and the variants made of them are kept.</summary>
public sealed record MediaFolder(string Root, string Variants)
{
    public static MediaFolder In(string dataFolder) => new(Path.Combine(dataFolder, "media"), Path.Combine(dataFolder, "variants"));

    public string FileOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>
    /// Puts a file in its place whole or not at all: written under another name, brought to the disk, then renamed. Whoever reads meanwhile
    /// gets the old file or the new one, never a part.
    /// </summary>
    /// <param name="write">Writes to the path it is given; false: nothing is put in place.</param>
    internal static bool Place(string target, Func<string, bool> write)
    {
        var directory = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(directory);
        var unfinished = Path.Combine(directory, $".{Guid.NewGuid():N}{Path.GetExtension(target)}");
        try
        {
            if (!write(unfinished))
            {
                return false;
            }

            using (var file = File.OpenHandle(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(file);
            }

            File.Move(unfinished, target, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
