using System.Text;
using Microsoft.Net.Http.Headers;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan in its other forms: for calendars, feed readers and programs. They ask as the page does and agree with it.</summary>
public static class PlanEndpoints
{
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly FinishedAttribute MadeAnew = new() { Kept = false, Seconds = 300 };

    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton<CitingTexts>()
        .AddTransient(PlannerDoor.Book)
        .AddSingleton<PlanAdvisor>()
        .AddSingleton<PlanDates>()
        .AddScoped<PlanNotetaker>()
        .AddSingleton<PlanCalendar>()
        .AddSingleton<PlanFeed>();

    public static void MapPlans(this WebApplication app)
    {
        foreach (var address in ProgramAddresses.FormsOfPlans)
        {
            app.MapPost(address, RefuseForms);
        }

        app.MapMethods(ProgramAddresses.PlanApi, GetAndHead, AnswerProgram).WithMetadata(MadeAnew);
        app.MapMethods(ProgramAddresses.Plan + PlanForms.Calendar, GetAndHead, AnswerCalendarAsync).WithMetadata(MadeAnew);
        foreach (var (ending, format) in PlanForms.Formats)
        {
            app.MapMethods(ProgramAddresses.Plan + ending, GetAndHead, (HttpContext context, PlannerBook book, PlanNotetaker notetaker, PlanFeed feed, CancellationToken cancel) =>
                AnswerFeedAsync(context, book, notetaker, feed, ending, format, cancel)).WithMetadata(MadeAnew);
        }
    }

    /// <summary>Routing would do it too, did no page of a topic look like these addresses.</summary>
    private static IResult RefuseForms(HttpContext context)
    {
        context.Response.Headers.Allow = string.Join(", ", GetAndHead);
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    private static IResult AnswerProgram(HttpContext context, PlannerBook book, Links links)
    {
        AllowEveryOrigin(context);
        var (request, problems) = AskedPlan.Of(context.Request, book.Rules).Reading;
        return request is null
            ? Results.Json(PlanProblem.Of(problems), PlanJson.Plain.PlanProblem, PlanProblem.ContentType, StatusCodes.Status400BadRequest)
            : Results.Json(PlanAnswer.Of(RecoveryPlanner.Plan(request), links), PlanJson.Plain.PlanAnswer);
    }

    private static Task<IResult> AnswerCalendarAsync(HttpContext context, PlannerBook book, PlanNotetaker notetaker, PlanCalendar calendar, CancellationToken cancel) =>
        AnswerAsync(context, book, PlanForms.Calendar, async plan =>
        {
            context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = PlanCalendar.FileName(plan) }.ToString();
            var notes = await notetaker.WriteAsync(plan, book, cancel);
            context.Features.Set(new RightSpan(notes.ChangedAt, DateTime.MaxValue));
            return Results.Bytes(calendar.Write(notes), PlanCalendar.ContentType);
        });

    private static Task<IResult> AnswerFeedAsync(
        HttpContext context, PlannerBook book, PlanNotetaker notetaker, PlanFeed feed, string ending, IFeedFormat format, CancellationToken cancel) =>
        AnswerAsync(context, book, ending, async plan =>
        {
            var notes = await notetaker.WriteAsync(plan, book, cancel);
            context.Features.Set(PlanFeed.SpanOf(notes));
            return Results.Bytes(FeedBuilder.Write(feed.Of(notes, ending), format), format.ContentTypeInUtf8);
        });

    private static async Task<IResult> AnswerAsync(HttpContext context, PlannerBook book, string ending, Func<RecoveryPlan, Task<IResult>> answer)
    {
        AllowEveryOrigin(context);
        var (request, problems) = AskedPlan.Of(context.Request, book.Rules).Reading;
        return request is null ? Results.Text(string.Concat(problems.Select(problem => $"{problem.Field}: {FeedText.OneLine(problem.Text)}\n")), "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest)
            : !AskedPlan.IsSpelled(context.Request, request) ? Results.Redirect(Links.Of(request, ending))
            : await answer(RecoveryPlanner.Plan(request));
    }

    /// <summary>Every blog's pages may ask: there is nothing to see here that is only for some.</summary>
    private static void AllowEveryOrigin(HttpContext context) => context.Response.Headers.AccessControlAllowOrigin = "*";
}
