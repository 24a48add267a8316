namespace RunRecovery.Core.Media;

/// <summary>Where media files and the variants made of them are kept, and what is still being uploaded.</summary>
public sealed record MediaFolder(string Root, string Variants, string Uploads)
{
    /// <summary>Whoever is still writing is done by then.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    public static MediaFolder In(string dataFolder) =>
        new(Path.Combine(dataFolder, "media"), Path.Combine(dataFolder, "variants"), Path.Combine(dataFolder, "uploads"));

    public string FileOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The beginning of the names of a picture's variants.</summary>
    public static string VariantsOf(string hash) => hash[..32];

    /// <summary>
    /// Puts a file in its place whole or not at all: written under another name, brought to the disk, then renamed. Whoever reads meanwhile
    /// gets the old file or the new one, never a part.
    /// </summary>
    /// <param name="write">Writes to the path it is given; false: nothing is put in place.</param>
    internal static bool Place(string target, Func<string, bool> write)
    {
        var unfinished = Unfinished(target);
        try
        {
            if (!Write(unfinished, write))
            {
                return false;
            }

            File.Move(unfinished, target, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The same, and when what must be saved with it fails, the former file is back, or none.</summary>
    internal static async Task<bool> PlaceAsync(string target, Func<string, bool> write, Func<Task> save)
    {
        var (unfinished, former) = (Unfinished(target), Unfinished(target));
        try
        {
            if (!Write(unfinished, write))
            {
                return false;
            }

            var isNew = !File.Exists(target);
            if (isNew)
            {
                File.Move(unfinished, target);
            }
            else
            {
                File.Replace(unfinished, target, former);
            }

            try
            {
                await save();
            }
            catch when (isNew)
            {
                File.Delete(target);
                throw;
            }
            catch
            {
                File.Move(former, target, overwrite: true);
                throw;
            }

            return true;
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(former);
        }
    }

    /// <summary>Removes the variants of pictures that are no longer there.</summary>
    internal void KeepVariantsOf(IEnumerable<string> hashes)
    {
        var kept = hashes.Select(VariantsOf).ToHashSet();
        foreach (var file in FilesIn(Variants, SearchOption.TopDirectoryOnly).Where(file => !IsUnfinished(file) && !kept.Contains(file.Name.Split('-')[0])))
        {
            file.Delete();
        }
    }

    /// <summary>Removes what a process that was stopped had not finished. Uploads are this process's alone, so nobody works on those of before.</summary>
    internal void RemoveUnfinished(DateTime now)
    {
        foreach (var file in FilesIn(Uploads, SearchOption.TopDirectoryOnly)
            .Concat(new[] { Root, Variants }.SelectMany(folder => FilesIn(folder, SearchOption.AllDirectories)).Where(file => IsUnfinished(file) && file.LastWriteTimeUtc < now - LongestWrite)))
        {
            file.Delete();
        }
    }

    private static bool Write(string unfinished, Func<string, bool> write)
    {
        if (!write(unfinished))
        {
            return false;
        }

        using var file = File.OpenHandle(unfinished, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
        return true;
    }

    /// <summary>A name beside the target, in a folder that is there.</summary>
    private static string Unfinished(string target) =>
        Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(target)!).FullName, $".{Guid.NewGuid():N}{Path.GetExtension(target)}");

    private static bool IsUnfinished(FileInfo file) => file.Name[0] == '.';

    private static FileInfo[] FilesIn(string folder, SearchOption depth) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*", depth) : [];
}
