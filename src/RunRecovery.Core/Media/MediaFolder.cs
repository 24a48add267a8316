namespace RunRecovery.Core.Media;

/// <summary>Where media files and the variants made of them are kept.</summary>
public sealed record MediaFolder(string Root, string Variants)
{
    public static MediaFolder In(string dataFolder) => new(Path.Combine(dataFolder, "media"), Path.Combine(dataFolder, "variants"));

    public string FileOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));
}
