namespace RunRecovery.Web.Options;

/// <summary>
/// The folder that relative settings count from, whatever the current directory is: the checkout when run from source, else the folder
/// the program was published to.
/// </summary>
public static class HomeFolder
{
    public static readonly string Path = Checkout() ?? AppContext.BaseDirectory;

    /// <summary>Where wwwroot and appsettings.json are.</summary>
    public static readonly string Program = Checkout() is { } checkout
        ? System.IO.Path.Combine(checkout, "src", "RunRecovery.Web")
        : AppContext.BaseDirectory;

    private static string? Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "RunRecovery.sln")))
            {
                return File.Exists(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "css", "tokens.css")) ? null : folder.FullName;
            }
        }

        return null;
    }
}
