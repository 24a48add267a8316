using RunRecovery.Web;
using RunRecovery.Web.Addresses;
using RunRecovery.Web.Feeds;
using RunRecovery.Web.Logging;
using RunRecovery.Web.Media;
using RunRecovery.Web.Options;
using RunRecovery.Web.Security;
using Serilog;

Log.Logger = BlogLogging.Bootstrap();
try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = HomeFolder.Program });
    builder.AddBlog();

    var app = builder.Build();
    app.UseRequestLog();
    app.UseBlogSecurityHeaders();
    app.UseErrorPages();
    app.UseOneSpelling();
    app.UseFormerAddresses();
    app.UseRouting();
    app.MapStaticAssets();
    app.MapRazorPages().WithStaticAssets();
    app.MapFeeds();
    app.MapMedia();
    app.MapSiteFiles();

    await app.RunBlogAsync();
    return 0;
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

/// <summary>Named for the tests, which start it.</summary>
public partial class Program;
