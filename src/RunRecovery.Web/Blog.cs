using RunRecovery.Core.Content;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Accounts;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Feeds;
using RunRecovery.Web.Logging;
using RunRecovery.Web.Media;
using RunRecovery.Web.Options;
using RunRecovery.Web.Pages;
using RunRecovery.Web.Recovery;
using RunRecovery.Web.Security;
using RunRecovery.Web.WebSub;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web;

/// <summary>What the program consists of, and how it starts.</summary>
public static class Blog
{
    /// <summary>Bytes. Long enough that whoever sends too much into a form hears which field it was.</summary>
    private const int LongestRequestLine = 128 * 1024;

    /// <exception cref="WrongSettingException">The program cannot start with these settings.</exception>
    public static void AddBlog(this WebApplicationBuilder builder)
    {
        var folders = FolderOptions.From(builder.Configuration);
        var site = SettingsCheck.ReadSite(builder.Configuration);
        Directory.CreateDirectory(folders.Data);

        builder.AddBlogLogging(folders);
        // Run from source, the files of wwwroot are found through a list that only development knows; published, there is no list.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        builder.Services
            .AddSingleton(folders)
            .AddSingleton(site)
            .AddSingleton<Links>()
            .AddSingleton(TimeProvider.System)
            .AddDatabase(builder.Configuration, folders)
            .AddSingleton<BlogChanges>()
            .AddCaching(builder.Configuration)
            .AddMedia(builder.Configuration, folders)
            .AddSingleton<PostDirectory>()
            .AddSingleton<MarkdownRenderer>()
            .AddSingleton<PostValidator>()
            .AddScoped<TaxonomyService>()
            .AddScoped<PostRepository>()
            .AddScoped<PostStore>()
            .AddSingleton<PostHtml>()
            .AddRecovery(folders.Content)
            .AddPlans()
            .AddDesk()
            .AddKnownProxies(builder.Configuration)
            .AddAccounts(site, folders)
            .AddBlogSecurityHeaders()
            .AddFeeds()
            .AddWebSub(builder.Configuration, site);
        builder.Services.AddContent(site.Zone);
        builder.Services.AddBlogPages();
    }

    /// <summary>The program without its pages, for a command.</summary>
    public static WebApplication BuildBlog(this WebApplicationBuilder builder)
    {
        builder.AddBlog();
        return builder.Build();
    }

    public static async Task RunBlogAsync(this WebApplication app)
    {
        var prepared = Task.Run(MarkdownRenderer.Prepare);
        await Database.MigrateAsync(app.Services);
        await RemoveLeftoversAsync(app.Services);
        await ImportAsync(app);
        await prepared;
        await SetUpLink.PrintAsync(app.Services, Console.Out);
        await app.StartAsync();
        foreach (var address in app.Urls)
        {
            app.Logger.LogInformation("The blog is at {Address}. Stop it with Ctrl+C.", address);
        }

        foreach (var problem in app.Services.GetRequiredService<RecoveryLibrary>().Problems)
        {
            app.Logger.LogError("Some pages about recovery are missing: {Problem}", problem.ToString());
        }

        await app.WaitForShutdownAsync();
    }

    private static async Task RemoveLeftoversAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MediaUploads>().RemoveLeftoversAtStartAsync();
    }

    private static async Task ImportAsync(WebApplication app)
    {
        if (app.Services.GetRequiredService<FolderOptions>().Content is { } content && Directory.Exists(content))
        {
            var report = await app.Services.GetRequiredService<ContentImporter>().ImportAsync(content);
            app.Logger.LogInformation("Content of {Folder}: {Report}", content, report.ToString());
        }
    }
}
