using RunRecovery.Web;
using RunRecovery.Web.Accounts;
using RunRecovery.Web.Addresses;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Commands;
using RunRecovery.Web.Feeds;
using RunRecovery.Web.Logging;
using RunRecovery.Web.Media;
using RunRecovery.Web.Options;
using RunRecovery.Web.Recovery;
using RunRecovery.Web.Security;
using RunRecovery.Web.WebSub;
using Serilog;

Log.Logger = BlogLogging.Bootstrap();
try
{
    return await BlogCommands.RunAsync(args, Configure, ServeAsync);
}
catch (WrongSettingException wrong)
{
    Log.Fatal("{Problem}", wrong.Message);
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}

static WebApplicationBuilder Configure(string[] settings) =>
    WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = HomeFolder.Program });

static async Task ServeAsync(WebApplicationBuilder builder)
{
    var app = builder.BuildBlog();
    app.UseKnownProxies();
    app.UseRequestLog();
    app.UseBlogSecurityHeaders();
    app.UseDeskHeaders();
    app.UseErrorPages();
    app.UseOneSpelling();
    app.UseFormerAddresses();
    app.UseRouting();
    app.UseKnownMethods();
    app.UsePlannerDoor();
    app.UseFinishedAnswers();
    app.UseDeskGate();
    app.MapStaticAssets();
    app.MapRazorPages().WithStaticAssets();
    app.MapFeeds();
    app.MapPlans();
    app.MapHub();
    app.MapMedia();
    app.MapUploads();
    app.MapSiteFiles();
    app.MapSignOut();
    app.MapPasskeys();

    await app.RunBlogAsync();
}

/// <summary>Named for the tests, which start it.</summary>
public partial class Program;
