using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.Recovery;

/// <summary>A plan as calendars and feeds tell it. Addresses are absolute, texts are clean, times are UTC.</summary>
/// <param name="Id">Of its feed, the same in each format, and whatever the days of the plan do not depend on.</param>
/// <param name="At">When this was written down.</param>
public sealed record PlanNotes(RecoveryPlan Plan, Guid Id, string Title, string Page, DateTime At, IReadOnlyList<DayNote> Days)
{
    /// <summary>What to do with a sign that something is wrong.</summary>
    public string WarningsPage => $"{Page}#warnings";

    /// <summary>Days that are over, and the one that is now.</summary>
    public IEnumerable<DayNote> Begun => Days.TakeWhile(note => note.BeginsAt <= At);

    public DateTime ChangedAt => Days.Max(note => note.ChangedAt);
}

/// <param name="Id">For ever, wherever the daily check moves the day.</param>
/// <param name="BeginsAt">Where the reader's days begin.</param>
/// <param name="ChangedAt">When what is said here last became other words, as far as texts tell: never the time of asking, and never later.</param>
/// <param name="Address">Of the day on the plan's page.</param>
/// <param name="Phases">Two on the day of the run, else one.</param>
/// <param name="Say">What to do.</param>
/// <param name="Warnings">What they are called.</param>
public sealed record DayNote(
    PlanDay Day, Guid Id, DateTime BeginsAt, DateTime ChangedAt, string Address,
    IReadOnlyList<PhaseName> Phases, IReadOnlyList<string> Say, IReadOnlyList<NotedTip> Tips, IReadOnlyList<string> Warnings);

public sealed record PhaseName(string Id, string Name);

/// <param name="Excerpt">Short and on one line; empty when the tip has no words.</param>
public sealed record NotedTip(string Title, string Address, string Excerpt);

/// <summary>Writes down for each day of a plan what the blog says of it now.</summary>
public sealed class PlanNotetaker(PlanAdvisor advisor, PostRepository posts, Links links, PlanDates dates, TimeProvider clock)
{
    private const int LongestExcerpt = 160;

    public async Task<PlanNotes> WriteAsync(RecoveryPlan plan, PlannerBook book, CancellationToken cancel)
    {
        var (request, at) = (plan.Request, clock.GetUtcNow().UtcDateTime);
        var (blog, lasting) = (await posts.SiteIdentityAsync(cancel), PlanWriter.Identity(plan));
        var advice = await advisor.AdviseAsync(plan, book, cancel);
        return new PlanNotes(
            plan,
            blog.Part($"{lasting}/feed"),
            DayWords.Name(request),
            links.Absolute(Links.Of(request)),
            at,
            [.. plan.Days.Select(day => Note(day, plan, book, [.. advice.Where(phase => phase.Phase.Days.Contains(day))], blog.Part($"{lasting}/{LastingName(day)}"), at))]);
    }

    private DayNote Note(PlanDay day, RecoveryPlan plan, PlannerBook book, IReadOnlyList<PhaseAdvice> advice, Guid id, DateTime at)
    {
        var tips = advice.SelectMany(phase => phase.Tips).ToList();
        return new DayNote(
            day,
            id,
            dates.Begin(day.Date, plan.Request),
            Changes(day, plan.Request, book, tips).Where(change => change <= at).DefaultIfEmpty(DateTime.UnixEpoch).Max(),
            links.Absolute(Links.Of(plan.Request, day)),
            [.. advice.Select(phase => new PhaseName(phase.Phase.Id, phase.Name))],
            advice.Count == 1 ? [book.Phases.Say(day, plan)] : [.. advice.Select(phase => $"{phase.Name}: {phase.Say}")],
            [.. tips.Select(tip => new NotedTip(FeedText.OneLine(tip.Title), links.Absolute(Links.Of(tip)), FeedText.Beginning(FeedText.OneLine(tip.Excerpt), LongestExcerpt)))],
            [.. advice.SelectMany(phase => phase.Warnings).Select(sign => sign.Title).Distinct()]);
    }

    /// <summary>A day on which a run was put off is one more: the run itself keeps its name, and takes it along.</summary>
    private static string LastingName(PlanDay day) => FormattableString.Invariant(day.Kind == DayKind.Held ? (FormattableString)$"held-{day.Day}" : $"day-{day.Planned}");

    /// <summary>Of the rules, of the planner's words, of the tips that it names, and of its date: those to come do not count yet.</summary>
    private IEnumerable<DateTime> Changes(PlanDay day, PlanRequest request, PlannerBook book, IEnumerable<PostSummary> tips) =>
        tips.Select(tip => tip.UpdatedAt > tip.PublishedAt ? tip.UpdatedAt.Value : tip.PublishedAt)
            .Concat(request.Held.Where(held => held <= day.Day).Select(held => dates.Begin(request.Date.AddDays(held), request)))
            .Concat(new[] { request.Rules.Since, book.Phases.Changed }.Select(date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)));
}
