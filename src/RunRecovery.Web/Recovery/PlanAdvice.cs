using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>What belongs to one phase of a plan: what to do, what may help, what to read, and when to ask somebody.</summary>
/// <param name="Measures">Those that can still help then, with their evidence.</param>
/// <param name="Posts">Those that say most about these measures, best first.</param>
public sealed record PhaseAdvice(
    PlanPhase Phase, string Name, string When, string Say,
    IReadOnlyList<Evidence> Measures, IReadOnlyList<PostSummary> Tips, IReadOnlyList<PostSummary> Posts, IReadOnlyList<WarningSign> Warnings);

/// <summary>Finds for a plan what the blog knows. Tips and posts are those that visitors see now, so better ones reach old plans too.</summary>
public sealed class PlanAdvisor(CitingTexts texts)
{
    private const int MostPosts = 2;

    public async Task<IReadOnlyList<PhaseAdvice>> AdviseAsync(RecoveryPlan plan, PlannerBook book, CancellationToken cancel)
    {
        var citations = await texts.NowAsync(cancel);
        var audiences = TipAudience.Of(plan.Request);
        return [.. plan.Phases.Select(phase => Advise(phase, book, citations, audiences))];
    }

    private static PhaseAdvice Advise(PlanPhase phase, PlannerBook book, Citations citations, IReadOnlyCollection<string> audiences)
    {
        var measures = book.Evidence.In(phase);
        var ids = measures.Select(measure => measure.Id).ToHashSet();
        return new PhaseAdvice(
            phase,
            RecoveryPhases.NameOf(phase.Id),
            book.Phases.When(phase.Id),
            book.Phases.Say(phase.Id),
            measures,
            [.. citations.TipsOf(phase.Id).Where(tip => audiences.Any(audience => TipAudience.IsFor(tip.AppliesTo, audience)) && CanHelp(tip, book.Evidence, ids))],
            [.. ids.SelectMany(citations.PostsOf).DistinctBy(post => post.Id).OrderByDescending(post => post.Sources.Count(ids.Contains) / (double)post.Sources.Count).ThenByDescending(post => post.PublishedAt).Take(MostPosts)],
            book.Warnings.InPhase(phase.Id));
    }

    /// <summary>A tip about something whose time has passed is no help, whatever its phase is called.</summary>
    private static bool CanHelp(PostSummary tip, EvidenceLibrary evidence, HashSet<string> inTime) =>
        tip.Sources.Where(id => evidence.Find(id) is not null).ToList() is var about && (about.Count == 0 || about.Exists(inTime.Contains));
}
