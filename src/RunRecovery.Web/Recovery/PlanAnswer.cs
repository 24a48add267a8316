using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan for programs. What is here stays; more may come.</summary>
/// <param name="Version">Of the rules.</param>
/// <param name="Address">Of the page.</param>
/// <param name="LastEasyDay">The last day of the easy return, counted from the run.</param>
public sealed record PlanAnswer(
    int Version, string Address, double DistanceKm, string Effort, DateOnly Date, int TotalDays, int RestDays, int LastEasyDay, DateOnly FirstRun, DateOnly FirstHardDay,
    int? PaceSPerKm, string? NextRace, IReadOnlyList<string> Flags, IReadOnlyList<PlanAnswerDay> Days)
{
    public static PlanAnswer Of(RecoveryPlan plan, Links links) => new(
        plan.Request.Rules.Version,
        links.Absolute(Links.Of(plan.Request)),
        plan.Request.Km,
        Choice.WordOf(plan.Request.Effort),
        plan.Request.Date,
        plan.TotalDays,
        plan.RestDays,
        plan.LastEasyDay,
        plan.FirstRun.Date,
        plan.FirstHardDay.Date,
        plan.Request.FinishTime is { } time ? (int)Math.Round(time.TotalSeconds / plan.Request.Km, MidpointRounding.AwayFromZero) : null,
        plan.NextRace is { } verdict ? Choice.WordOf(verdict) : null,
        plan.Flags,
        [.. plan.Days.Select(PlanAnswerDay.Of)]);
}

/// <param name="Percent">Of the usual easy run: 0 without a run, null on the day of the race or hard run itself.</param>
/// <param name="Minutes">0 without a run, null on the day of the race or hard run itself.</param>
public sealed record PlanAnswerDay(int Day, DateOnly Date, string Phase, bool Run, int? Percent, int? Minutes, bool Strides, string Kind)
{
    public static PlanAnswerDay Of(PlanDay day)
    {
        int? without = day.Kind == DayKind.Event ? null : 0;
        return new(day.Day, day.Date, day.Phase, day.IsRun, day.Percent ?? without, day.Minutes ?? without, day.HasStrides, Choice.WordOf(day.Kind));
    }
}

/// <summary>Why there is no plan (RFC 9457).</summary>
/// <param name="Errors">By the name of the parameter.</param>
public sealed record PlanProblem(string Title, int Status, IReadOnlyDictionary<string, string[]> Errors)
{
    public const string ContentType = "application/problem+json";

    public static PlanProblem Of(IEnumerable<FieldProblem> problems) =>
        new("There is no plan for these parameters.", StatusCodes.Status400BadRequest, problems.ToDictionary(problem => problem.Field, problem => new[] { problem.Text }));
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(PlanProblem))]
internal sealed partial class PlanJson : JsonSerializerContext
{
    /// <summary>An answer is a document of its own, never a part of a page, so nothing but JSON needs escaping.</summary>
    public static readonly PlanJson Plain = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
