using RunRecovery.Core.Rendering;

namespace RunRecovery.Web.Addresses;

/// <summary>Plain words and a request id instead of an exception; the log has the rest.</summary>
public static class ErrorPages
{
    public const string Route = "/error/{0}";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute(Route);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            // A text that was accepted takes longer on a machine that is busy: it is there, only not now.
            StatusCodeSelector = problem => problem is RenderRefusedException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
    }
}
