using System.Text;

namespace RunRecovery.Core.Tests.Content;

/// <summary>A content folder of its own in a temporary folder.</summary>
public sealed class ContentOnDisk : IDisposable
{
    /// <summary>A PNG of one pixel.</summary>
    public static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public string Root { get; } = Directory.CreateTempSubdirectory("runrecovery-content-").FullName;

    /// <summary>The full path of the file it wrote.</summary>
    public string Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    public void Move(string from, string to) => File.Move(Path.Combine(Root, from), Path.Combine(Root, to));

    public void Delete(string path) => File.Delete(Path.Combine(Root, path));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
