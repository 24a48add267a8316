namespace RunRecovery.Web.Addresses;

/// <summary>Plain words and a request id instead of an exception; the log has the rest.</summary>
public static class ErrorPages
{
    public const string Route = "/error/{0}";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute(Route);
        app.UseExceptionHandler("/error/500");
    }
}
