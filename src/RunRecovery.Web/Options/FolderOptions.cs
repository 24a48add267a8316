namespace RunRecovery.Web.Options;

/// <summary>Where the blog keeps its things. Relative paths count from <see cref="HomeFolder"/>.</summary>
public sealed record FolderOptions(string Data, string? Content)
{
    public static FolderOptions From(IConfiguration configuration) => new(
        Absolute(configuration["Data:Path"] is { Length: > 0 } data ? data : "data"),
        // Empty switches the import at start off.
        (configuration["Content:Path"] ?? "content") is { Length: > 0 } content ? Absolute(content) : null);

    private static string Absolute(string path) => Path.GetFullPath(path, HomeFolder.Path);
}
