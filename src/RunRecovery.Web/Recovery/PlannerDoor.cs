using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Net.Http.Headers;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>Lets nobody in where there is no planner: a blog without rules never had one; one whose files are broken has it again when they are mended.</summary>
public static class PlannerDoor
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Every request of the blog is looked up here.</summary>
    private static readonly FrozenSet<string> Behind = ProgramAddresses.OfPlanner.ToFrozenSet();

    public static void UsePlannerDoor(this WebApplication app) => app.Use(next => context =>
    {
        if (!Behind.Contains(context.Request.Path.Value ?? "") || context.RequestServices.GetRequiredService<RecoveryLibrary>() is not { Planner: null } library)
        {
            return next(context);
        }

        context.Response.StatusCode = library.IsOffered ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
        if (library.IsOffered)
        {
            context.Response.Headers[HeaderNames.RetryAfter] = AskAgainAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    });

    /// <summary>For whoever is behind the door.</summary>
    public static PlannerBook Book(IServiceProvider services) => services.GetRequiredService<RecoveryLibrary>().Planner ?? throw new InvalidOperationException("Nobody is let in without the planner.");
}
