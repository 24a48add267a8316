using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Feeds;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan as calendars and feeds tell it. Addresses are absolute, texts are clean, times are UTC.</summary>
/// <param name="Id">Of its feed, the same in each format, and wherever and in whatever unit somebody reads it.</param>
public sealed record PlanNotes(RecoveryPlan Plan, Guid Id, string Title, string Page, IReadOnlyList<DayNote> Days);

/// <param name="Id">For ever, wherever the daily check moves the day.</param>
/// <param name="BeginsAt">Where the reader's days begin.</param>
/// <param name="ChangedAt">When what is said here last became other words, as far as texts tell: never the time of asking.</param>
/// <param name="Address">Of the day on the plan's page.</param>
/// <param name="Phases">Two on the day of the run, else one.</param>
/// <param name="Say">What to do.</param>
/// <param name="Warnings">What they are called.</param>
public sealed record DayNote(
    PlanDay Day, Guid Id, DateTime BeginsAt, DateTime ChangedAt, string Address,
    IReadOnlyList<PhaseName> Phases, IReadOnlyList<string> Say, IReadOnlyList<NotedTip> Tips, IReadOnlyList<string> Warnings);

public sealed record PhaseName(string Id, string Name);

public sealed record NotedTip(string Title, string Address);

/// <summary>Writes down for each day of a plan what the blog says of it now.</summary>
public sealed class PlanNotetaker(PlanAdvisor advisor, PostRepository posts, Links links, SiteOptions site)
{
    public async Task<PlanNotes> WriteAsync(RecoveryPlan plan, PlannerBook book, CancellationToken cancel)
    {
        var (request, identity) = (plan.Request, await posts.SiteIdentityAsync(cancel));
        var advice = await advisor.AdviseAsync(plan, book, cancel);
        return new PlanNotes(
            plan,
            identity.Part(Links.Of(request with { FinishTime = null, Units = Units.Km, Zone = null })),
            DayWords.Name(request),
            links.Absolute(Links.Of(request)),
            [.. plan.Days.Select(day => Note(day, plan, book, [.. advice.Where(phase => phase.Phase.Days.Contains(day))], identity))]);
    }

    private DayNote Note(PlanDay day, RecoveryPlan plan, PlannerBook book, IReadOnlyList<PhaseAdvice> advice, SiteIdentity identity)
    {
        var tips = advice.SelectMany(phase => phase.Tips).ToList();
        return new DayNote(
            day,
            identity.Part($"{PlanWriter.Identity(plan.Request)}/{LastingName(day)}"),
            Begin(day.Date, plan.Request),
            ChangedAt(day, plan.Request, tips),
            links.Absolute(Links.Of(plan.Request, day)),
            [.. advice.Select(phase => new PhaseName(phase.Phase.Id, phase.Name))],
            advice.Count == 1 ? [book.Phases.Say(day, plan)] : [.. advice.Select(phase => $"{phase.Name}: {phase.Say}")],
            [.. tips.Select(tip => new NotedTip(FeedText.OneLine(tip.Title), links.Absolute(Links.Of(tip))))],
            [.. advice.SelectMany(phase => phase.Warnings).Select(sign => sign.Title).Distinct()]);
    }

    /// <summary>A day on which a run was put off is one more: the run itself keeps its name, and takes it along.</summary>
    private static FormattableString LastingName(PlanDay day) => day.Kind == DayKind.Held ? (FormattableString)$"held-{day.Day}" : $"day-{day.Planned}";

    /// <summary>The newest change of the rules, of the tips that it names, and of its date.</summary>
    private DateTime ChangedAt(PlanDay day, PlanRequest request, IEnumerable<PostSummary> tips) =>
        tips.Select(tip => tip.UpdatedAt > tip.PublishedAt ? tip.UpdatedAt.Value : tip.PublishedAt)
            .Concat(request.Held.Where(held => held <= day.Day).Select(held => Begin(request.Date.AddDays(held), request)))
            .Append(request.Rules.Since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))
            .Max();

    private DateTime Begin(DateOnly date, PlanRequest request) => ReadersDay.Begin(date, request.Zone ?? site.Zone);
}
