using CsCheck;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

/// <summary>I17 of the published rules: nothing is advised when its time has passed.</summary>
public sealed class AdviceTests
{
    private static readonly EvidenceLibrary Evidence = EvidenceLibrary.Read(Shipped.Content)!;

    [Fact]
    public void A_measure_is_advised_only_in_its_phases_and_while_it_can_help() =>
        AnyRequest.Written.Holds(query =>
        {
            var plan = RecoveryPlanner.Plan(PlanReaderTests.Read(query).Request!);
            Assert.All(plan.Phases, phase => Assert.All(Evidence.All, measure => Assert.Equal(
                measure.Phases.Contains(phase.Id) && Enumerable.Range(phase.FromHour, phase.ToHour - phase.FromHour).Any(hour => measure.FromHours < hour + 1 && measure.ToHours > hour),
                Evidence.In(phase).Contains(measure))));
        });

    [Fact]
    public void What_helps_for_a_day_is_not_advised_a_week_later()
    {
        var plan = RecoveryPlanner.Plan(PlanReaderTests.Read("distance=marathon&date=2026-11-22").Request!);
        var easyReturn = plan.Phases.Single(phase => phase.Id == PlanPhases.EasyReturn);
        Assert.Equal(8 * 24, easyReturn.FromHour);
        Assert.DoesNotContain(Evidence.In(easyReturn), measure => measure.ToHours <= 8 * 24);
        Assert.Contains(Evidence.In(plan.Phases.Single(phase => phase.Id == PlanPhases.Finish)), measure => measure.Id == "finish-walk");
    }

    [Fact]
    public void Words_for_a_day_without_running_fit_the_day_and_the_plan()
    {
        var words = PhaseWords.Read(Shipped.Content)!;
        var marathon = RecoveryPlanner.Plan(PlanReaderTests.Read("distance=marathon&date=2026-11-22").Request!);
        var tenK = RecoveryPlanner.Plan(PlanReaderTests.Read("distance=10k&date=2026-11-22&soreness=4").Request!);
        Assert.Equal(
            ["10 to 20", "20 to 30 minutes.", "water"],
            new[] { 1, 2, 3 }.Select(day => new[] { "10 to 20", "20 to 30 minutes.", "water" }.First(part => words.Say(marathon.Days[day], marathon).Contains(part, StringComparison.Ordinal))));
        Assert.Equal("Walk, cycle, swim or run in water, 20 to 30 easy minutes.", words.Say(marathon.Days[7], marathon));
        Assert.Equal(7, tenK.TotalDays);
        var fiveK = RecoveryPlanner.Plan(PlanReaderTests.Read("distance=5k&date=2026-11-22&soreness=6").Request!);
        Assert.Equal("Walk 20 to 30 minutes.", words.Say(fiveK.Days[3], fiveK));
        Assert.StartsWith("A short walk", words.Say(marathon.Days[9], marathon), StringComparison.Ordinal);
    }
}
