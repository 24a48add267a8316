using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class DailyCheckTests
{
    /// <summary>First run on day 8, then each second day.</summary>
    private static readonly RecoveryPlan Marathon = RecoveryPlanner.Plan(PlanReaderTests.Read("distance=marathon&date=2026-11-22").Request!);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(3)]
    public void Soreness_up_to_three_runs(int? soreness) => Assert.True(Judge(Marathon, 8, soreness).MayRun);

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    public void Soreness_from_four_puts_the_run_off_by_a_day(int soreness)
    {
        var verdict = Judge(Marathon, 8, soreness);
        Assert.True(verdict.IsTooSore);
        Assert.Equal(27, verdict.Later!.TotalDays);
        Assert.Equal((DayKind.Held, DayKind.Easy), (verdict.Later.Days[8].Kind, verdict.Later.Days[9].Kind));
        Assert.Equal(soreness >= 8, verdict.Warnings.Contains("severe-soreness"));
    }

    [Theory]
    [InlineData(MorningSign.Spot, "bone")]
    [InlineData(MorningSign.Stride, "local")]
    [InlineData(MorningSign.Urine, "rhabdo")]
    [InlineData(MorningSign.Calf, "dvt")]
    [InlineData(MorningSign.Fever, null)]
    public void Any_sign_puts_the_run_off_and_names_its_warning(MorningSign sign, string? warning)
    {
        var verdict = Judge(Marathon, 8, 0, sign);
        Assert.False(verdict.MayRun);
        Assert.Equal(warning is null ? [] : [warning], verdict.Warnings);
        Assert.Equal(sign == MorningSign.Fever, verdict.IsIll);
        Assert.All(verdict.Warnings, id => Assert.Single(WarningSigns.Read(Shipped.Content)!.Of([id])));
    }

    [Fact]
    public void Two_mornings_in_a_row_ask_for_a_professional()
    {
        var once = Judge(Marathon, 8, 5).Later!;
        Assert.DoesNotContain(PlanFlags.AskAProfessional, once.Flags);
        var twice = Judge(once, 9, 5).Later!;
        Assert.Contains(PlanFlags.AskAProfessional, twice.Flags);
        Assert.Equal([8, 9], twice.Request.Held);
        Assert.Equal(28, twice.TotalDays);
    }

    [Fact]
    public void Two_mornings_with_a_run_between_do_not()
    {
        var twice = Judge(Judge(Marathon, 8, 5).Later!, 11, 5).Later!;
        Assert.DoesNotContain(PlanFlags.AskAProfessional, twice.Flags);
    }

    [Fact]
    public void The_first_three_days_are_expected_to_be_sore()
    {
        var fiveK = RecoveryPlanner.Plan(PlanReaderTests.Read("distance=5k&date=2026-11-22").Request!);
        var twice = Judge(Judge(fiveK, 2, 5).Later!, 3, 5).Later!;
        Assert.DoesNotContain(PlanFlags.AskAProfessional, twice.Flags);
        Assert.Contains(PlanFlags.AskAProfessional, Judge(Judge(twice, 4, 5).Later!, 5, 5).Later!.Flags);
    }

    [Fact]
    public void A_day_before_the_last_run_that_was_put_off_is_not_asked_about()
    {
        var plan = RecoveryPlanner.Plan(PlanReaderTests.Read("distance=marathon&date=2026-11-22&held=12").Request!);
        Assert.Equal([8, 10, 13], plan.Days.Where(day => day.IsRun).Select(day => day.Day).Take(3));
        Assert.Equal([13, 15], plan.Days.Where(day => DailyCheck.IsAsked(plan, day)).Select(day => day.Day).Take(2));
    }

    [Fact]
    public void Every_moved_plan_can_be_asked_for_until_there_is_none_any_more()
    {
        var plan = Marathon;
        for (var mornings = 0; mornings < RecoveryPlan.MostHeld; mornings++)
        {
            var verdict = Judge(plan, plan.Days.First(day => DailyCheck.IsAsked(plan, day)).Day, 5);
            plan = verdict.Later!;
            var address = string.Join('&', PlanWriter.Write(plan.Request).Select(part => $"{part.Key}={part.Value}"));
            Assert.Equal(plan.Days, RecoveryPlanner.Plan(PlanReaderTests.Read(address).Request!).Days);
        }

        var last = Judge(plan, plan.Days.First(day => DailyCheck.IsAsked(plan, day)).Day, 5);
        Assert.False(last.MayRun);
        Assert.Null(last.Later);
    }

    private static DailyVerdict Judge(RecoveryPlan plan, int day, int? soreness, params MorningSign[] signs) => DailyCheck.Judge(plan, plan.Days[day], new Morning(soreness, signs));
}
