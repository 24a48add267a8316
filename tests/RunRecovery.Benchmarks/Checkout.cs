namespace RunRecovery.Benchmarks;

public sealed record Checkout(string Folder)
{
    /// <summary>Git ignores it.</summary>
    public string Artifacts => Path.Combine(Folder, "artifacts", "benchmarks");

    public static Checkout Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RunRecovery.sln")))
            {
                return new Checkout(folder.FullName);
            }
        }

        throw new InvalidOperationException("The benchmarks run from a checkout.");
    }
}
