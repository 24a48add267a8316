using RunRecovery.Core.Recovery;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Tests.Pages;

/// <summary>A content folder with nothing in it but the evidence that the blog ships.</summary>
public sealed class EvidenceFolder : IDisposable
{
    private static readonly string Shipped = Path.Combine(HomeFolder.Path, "content", EvidenceLibrary.Path);

    public EvidenceFolder() => Write(File.ReadAllText(Shipped));

    public string Root { get; } = Directory.CreateTempSubdirectory("runrecovery-evidence-").FullName;

    public void Write(string json)
    {
        var file = Path.Combine(Root, EvidenceLibrary.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, json);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
