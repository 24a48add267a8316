namespace RunRecovery.Web.Security;

/// <summary>Everything here is asked for, or sent by a form. Another method is refused unless an endpoint names it.</summary>
public static class KnownMethods
{
    private static readonly string[] Usual = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    /// <summary>After routing.</summary>
    public static void UseKnownMethods(this WebApplication app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (Usual.Contains(method) || context.GetEndpoint()?.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", Usual);
        return Task.CompletedTask;
    });
}
