using System.Text;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Content.Export;

/// <summary>
/// The folder that is written to. Each file is put in its place whole or not at all, and none is replaced or removed whose bytes are not
/// known: those that an earlier export has written are listed in <c>SHA256SUMS</c>.
/// </summary>
internal sealed class ExportFolder
{
    public const string SumsName = "SHA256SUMS";

    private readonly string _root;
    private readonly ExportReport _report;
    private readonly Dictionary<string, string> _before;
    private readonly SortedDictionary<string, string> _now = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mine = new(StringComparer.Ordinal);

    private ExportFolder(string root, ExportReport report, Dictionary<string, string> before) => (_root, _report, _before) = (root, report, before);

    /// <param name="data">The folder of the database, where nothing else is written.</param>
    /// <exception cref="ContentRefusedException">Nothing can be written there.</exception>
    public static ExportFolder Open(string path, string data, ExportReport report)
    {
        var root = Path.GetFullPath(path);
        if (File.Exists(root))
        {
            throw new ContentRefusedException($"'{path}' is a file; wanted a folder to write to.");
        }

        if ($"{Real(root)}{Path.DirectorySeparatorChar}".StartsWith($"{Real(data)}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        {
            throw new ContentRefusedException($"'{path}' is inside the blog's own data folder; wanted a folder elsewhere.");
        }

        try
        {
            Directory.CreateDirectory(root);
            MediaFolder.Place(Path.Combine(root, ".export"), to =>
            {
                File.WriteAllBytes(to, []);
                return false;
            });
            return new ExportFolder(root, report, Sums(Path.Combine(root, SumsName)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ContentRefusedException($"'{path}' cannot be written to: {failure.Message}");
        }
    }

    /// <summary>What the file holds by now; null when there is none, or it cannot be read.</summary>
    public byte[]? Read(string path)
    {
        try
        {
            return FullPath(path) is { } full && File.Exists(full) ? File.ReadAllBytes(full) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A path of this export that is not written now. What is there stays.</summary>
    public void Leave(string path) => _mine.Add(path);

    /// <param name="known">Hashes of what may be there and be replaced.</param>
    /// <returns>Whether the file holds these bytes now.</returns>
    /// <exception cref="ContentRefusedException">Nothing more can be written.</exception>
    public bool Put(string path, byte[] bytes, params IEnumerable<string?> known) =>
        Put(path, ContentHash.Of(bytes), to => File.WriteAllBytes(to, bytes), [], known);

    /// <param name="same">Hashes of what may be there and be left, because it stands for the same.</param>
    public bool Put(string path, string source, string hash, params IEnumerable<string?> same) =>
        Put(path, hash, to => Copy(source, to), same, []);

    /// <summary>Removes what an earlier export wrote and this one did not, and notes what it wrote.</summary>
    public void Finish()
    {
        foreach (var (path, hash) in _before.Where(file => !_mine.Contains(file.Key)))
        {
            if (FullPath(path) is not { } full || !File.Exists(full))
            {
                continue;
            }

            if (ContentHash.OfFile(full) == hash)
            {
                File.Delete(full);
                RemoveEmptyFolders(Path.GetDirectoryName(full)!);
                _report.Remove(path);
            }
            else
            {
                _report.Problem(path, "is no longer part of the blog, but was changed since it was exported; it is left as it is, remove it yourself.");
            }
        }

        var sums = Encoding.UTF8.GetBytes(string.Concat(_now.Select(file => $"{file.Value}  {file.Key}\n")));
        var target = Path.Combine(_root, SumsName);
        if (!File.Exists(target) || !File.ReadAllBytes(target).AsSpan().SequenceEqual(sums))
        {
            Write(target, to => File.WriteAllBytes(to, sums));
        }
    }

    private bool Put(string path, string hash, Action<string> write, IEnumerable<string?> same, IEnumerable<string?> known)
    {
        _mine.Add(path);
        if (FullPath(path) is not { } full)
        {
            _report.Problem(path, "is not written: the path leads out of the folder, over a symbolic link, or over a file; or a folder is in its place.");
            return false;
        }

        try
        {
            var there = File.Exists(full) ? ContentHash.OfFile(full) : null;
            if (there == hash || (there is not null && same.Contains(there)))
            {
                _now[path] = there;
                _report.Unchanged++;
                return true;
            }

            if (there is not null && _before.GetValueOrDefault(path) != there && !known.Contains(there))
            {
                _report.Problem(path, "was changed by somebody else; it is left as it is. Import it, or move it away, and export again.");
                return false;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _report.Problem(path, $"cannot be read: {failure.Message}");
            return false;
        }

        Write(full, write);
        _now[path] = hash;
        _report.Written++;
        return true;
    }

    private static void Copy(string source, string target)
    {
        using var from = File.OpenRead(source);
        using var to = new FileStream(target, FileMode.Create);
        from.CopyTo(to);
    }

    private static void Write(string full, Action<string> write)
    {
        try
        {
            MediaFolder.Place(full, to =>
            {
                write(to);
                return true;
            });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk would refuse the next file too.
            throw new ContentRefusedException($"'{full}' cannot be written: {failure.Message} The export has stopped; what it wrote until here is whole.");
        }
    }

    /// <summary>Null when it is not inside the folder, or something else is on the way.</summary>
    private string? FullPath(string path)
    {
        if (MediaReference.Resolve("", path) != path || path.Length == 0)
        {
            return null;
        }

        var whole = Path.Combine(_root, path);
        var full = _root;
        foreach (var step in path.Split('/'))
        {
            full = Path.Combine(full, step);
            if (new FileInfo(full) is { LinkTarget: not null } or { Exists: true } && full.Length < whole.Length)
            {
                return null;
            }
        }

        return Directory.Exists(full) || new FileInfo(full).LinkTarget is not null ? null : full;
    }

    private void RemoveEmptyFolders(string folder)
    {
        while (folder.Length > _root.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }

    /// <summary>Lines such as those of sha256sum; others mean nothing to us.</summary>
    private static Dictionary<string, string> Sums(string file) => !File.Exists(file)
        ? []
        : File.ReadAllLines(file).Where(line => line.Length > 66 && line[64..66] == "  ").GroupBy(line => line[66..], line => line[..64]).ToDictionary(sums => sums.Key, sums => sums.First());

    /// <summary>Where a path leads when all links on the way are followed.</summary>
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        return Path.GetDirectoryName(full) is { } parent
            ? new DirectoryInfo(full) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : Path.Combine(Real(parent), Path.GetFileName(full))
            : full;
    }
}
