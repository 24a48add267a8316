using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace RunRecovery.Web.WebSub;

public static class HubEndpoint
{
    private const int MaxBytes = 4096;

    public static void MapHub(this WebApplication app)
    {
        if (app.Services.GetRequiredService<HubOptions>().IsOwn)
        {
            app.MapPost(HubOptions.Path, AnswerAsync);
            app.MapGet(HubOptions.Path, () => Results.Text("This is the WebSub hub of this blog. Programs subscribe to its feeds by POST."));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Topics topics, PublicHosts hosts, PendingRequests pending)
    {
        var body = new byte[MaxBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (length > MaxBytes)
        {
            return Results.Text($"The form must have at most {MaxBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body, 0, length));
        if (HubRequest.Read(form, topics, hosts, out var problem) is not { } request)
        {
            return Results.Text(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        if (pending.TryAdd(request))
        {
            return Results.Accepted();
        }

        context.Response.Headers.RetryAfter = "60";
        return Results.Text("Too many requests wait to be verified. Ask again in a minute.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
