using System.Globalization;
using CsCheck;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

/// <summary>What holds for every plan whatever somebody ran: the invariants I1 to I16 of the published rules, over the whole space of input.</summary>
public sealed class PlannerTests
{
    private static readonly RecoveryRules Rules = Shipped.Rules;

    /// <summary>Every distance, and often those at and beside the rows of the table, where lines break.</summary>
    private static readonly Gen<double> Distances = Gen.Frequency(
        (3, Gen.Double[Rules.Limits.ShortestKm, Rules.Limits.LongestKm]),
        (2, Gen.Double[Rules.Limits.ShortestKm, 45]),
        (2, Gen.OneOf([.. Rules.Anchors.Skip(1).SelectMany(row => new[] { row.Km, row.Km - 0.001, row.Km + 0.001 })])));

    private static readonly Gen<DateOnly> Dates = Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<PlanRequest> Requests =
        from km in Distances
        from effort in Gen.Enum<Effort>()
        from date in Dates
        from experience in Gen.Enum<Experience>()
        from terrain in Gen.Enum<Terrain>()
        from soreness in Gen.Int[-1, 10]
        from usual in Gen.Frequency((1, Gen.Const(0)), (3, Gen.Int[Rules.Limits.FewestUsualMinutes, Rules.Limits.MostUsualMinutes]))
        select new PlanRequest
        {
            Rules = Rules,
            Km = km,
            Effort = effort,
            Date = date,
            Experience = experience,
            Terrain = terrain,
            Soreness = soreness < 0 ? null : soreness,
            Usual = usual == 0 ? null : usual,
        };

    /// <summary>A plan with runs put off, each on a day on which there was one.</summary>
    private static readonly Gen<PlanRequest> PutOff = Gen.Select(Requests, Gen.Int[0, 1000].Array[0, 6], (request, picks) => picks.Aggregate(request, (sofar, pick) =>
    {
        var later = RecoveryPlanner.Plan(sofar).Days.Where(day => day.IsRun && day.Day > (sofar.Held is [.., var last] ? last : 0)).ToList();
        return later.Count == 0 ? sofar : sofar with { Held = [.. sofar.Held, later[pick % later.Count].Day] };
    }));

    private static int T(PlanRequest request) => RecoveryPlanner.Plan(request).TotalDays;

    private static int N(PlanRequest request) => RecoveryPlanner.Plan(request).RestDays;

    [Fact]
    public void I1_a_longer_run_never_asks_for_fewer_days() =>
        Gen.Select(Requests, Distances).Holds((request, other) =>
            Assert.True(T(request with { Km = Math.Min(request.Km, other) }) <= T(request with { Km = Math.Max(request.Km, other) })));

    [Fact]
    public void I2_a_harder_effort_never_asks_for_fewer_days() =>
        Requests.Holds(request => AssertRising(Enum.GetValues<Effort>().Select(effort => T(request with { Effort = effort }))));

    [Fact]
    public void I3_sorer_legs_never_ask_for_fewer_days_and_a_little_soreness_changes_nothing() =>
        Requests.Holds(request =>
        {
            AssertRising(Enumerable.Range(0, 11).Select(soreness => T(request with { Soreness = soreness })));
            AssertRising(Enumerable.Range(0, 11).Select(soreness => N(request with { Soreness = soreness })));
            var notSaid = RecoveryPlanner.Plan(request with { Soreness = null }).Days;
            Assert.All(Enumerable.Range(0, 4), soreness => Assert.Equal(notSaid, RecoveryPlanner.Plan(request with { Soreness = soreness }).Days));
        });

    [Fact]
    public void I4_more_experience_and_flatter_roads_never_ask_for_more_days() =>
        Requests.Holds(request =>
        {
            Experience[] byExperience = [Experience.Experienced, Experience.Regular, Experience.New];
            AssertRising(byExperience.Select(experience => T(request with { Experience = experience })));
            AssertRising(byExperience.Select(experience => N(request with { Experience = experience })));
            AssertRising(Enum.GetValues<Terrain>().Select(terrain => T(request with { Terrain = terrain })));
        });

    [Fact]
    public void I5_the_days_stay_within_their_limits() =>
        Requests.Holds(request =>
        {
            Assert.InRange(T(request with { Soreness = null }), 1, 56);
            var plan = RecoveryPlanner.Plan(request);
            Assert.InRange(plan.TotalDays, 1, 60);
            Assert.InRange(plan.RestDays, 0, plan.TotalDays - 1);
            Assert.InRange(plan.LastEasyDay, plan.RestDays + 1, plan.TotalDays);
        });

    [Fact]
    public void I6_a_plan_has_a_day_for_each_date_from_the_run_to_the_day_after_it() =>
        PutOff.Holds(request =>
        {
            var plan = RecoveryPlanner.Plan(request);
            Assert.Equal(plan.TotalDays + 2, plan.Days.Count);
            Assert.All(plan.Days.Index(), day =>
            {
                Assert.Equal(day.Index, day.Item.Day);
                Assert.Equal(request.Date.AddDays(day.Index), day.Item.Date);
            });
        });

    [Theory]
    [InlineData("2028-02-20", "2028-02-29", 9)]
    [InlineData("2027-02-20", "2027-03-01", 9)]
    [InlineData("2026-12-25", "2027-01-01", 7)]
    [InlineData("2026-03-27", "2026-03-30", 3)]
    [InlineData("2026-10-24", "2026-10-26", 2)]
    public void I6_days_are_counted_by_the_calendar_over_leap_days_year_ends_and_clock_changes(string run, string date, int day)
    {
        var plan = RecoveryPlanner.Plan(new PlanRequest { Rules = Rules, Km = 42.195, Effort = Effort.AllOut, Date = DateOnly.Parse(run, null) });
        Assert.Equal(day, plan.On(DateOnly.Parse(date, null))!.Day);
    }

    [Fact]
    public void I7_nothing_is_hard_before_the_last_day() =>
        PutOff.Holds(request =>
        {
            var days = RecoveryPlanner.Plan(request).Days;
            Assert.Equal(DayKind.Normal, days[^1].Kind);
            Assert.Equal(PlanPhases.Normal, days[^1].Phase);
            Assert.All(days.Take(days.Count - 1), day => Assert.NotEqual(DayKind.Normal, day.Kind));
        });

    [Fact]
    public void I8_running_begins_after_the_days_without_and_begins_easy() =>
        Requests.Holds(request =>
        {
            var plan = RecoveryPlanner.Plan(request);
            Assert.All(plan.Days.Where(day => day.Phase == PlanPhases.Rest), day => Assert.False(day.IsRun));
            Assert.Equal(plan.RestDays, plan.Days.Count(day => day.Phase == PlanPhases.Rest));
            Assert.Equal(DayKind.Easy, plan.Days[plan.RestDays + 1].Kind);
        });

    [Fact]
    public void I9_runs_never_get_shorter_and_stay_below_the_usual_until_the_last_day() =>
        PutOff.Holds(request =>
        {
            var runs = RecoveryPlanner.Plan(request).Days.Where(day => day.IsRun).ToList();
            AssertRising(runs.Select(run => run.Percent!.Value));
            AssertRising(runs.Select(run => run.Minutes!.Value));
            Assert.All(runs.SkipLast(1), run => Assert.InRange(run.Percent!.Value, 30, 90));
            Assert.All(runs, run => Assert.InRange(run.Minutes!.Value, 15, 90));
            Assert.Equal(100, runs[^1].Percent);
        });

    [Fact]
    public void I10_strides_come_only_in_the_rebuild() =>
        PutOff.Holds(request => Assert.All(RecoveryPlanner.Plan(request).Days.Where(day => day.HasStrides), day => Assert.Equal(PlanPhases.Rebuild, day.Phase)));

    [Fact]
    public void I11_a_hard_marathon_asks_for_two_weeks_of_everybody() =>
        Gen.Select(Requests, Gen.Double[42.195, Rules.Limits.LongestKm], Gen.OneOf(Effort.Hard, Effort.AllOut)).Holds((request, km, effort) =>
            Assert.True(T(request with { Km = km, Effort = effort }) >= 14));

    [Fact]
    public void I13_a_finish_time_and_units_change_no_day() =>
        Gen.Select(Requests, Gen.Int[120, 1800], Gen.Enum<Units>()).Holds((request, pace, units) =>
            Assert.Equal(RecoveryPlanner.Plan(request).Days, RecoveryPlanner.Plan(request with { FinishTime = TimeSpan.FromSeconds(pace * request.Km), Units = units }).Days));

    [Fact]
    public void I14_the_same_run_gives_the_same_plan_to_whoever_asks_wherever_and_again()
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            PutOff.Holds(request =>
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var days = RecoveryPlanner.Plan(request).Days;
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
                Assert.Equal(days, RecoveryPlanner.Plan(request with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati") }).Days);
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void I15_very_sore_legs_are_flagged() =>
        Requests.Holds(request => Assert.Equal(request.Soreness >= 8, RecoveryPlan(request).Flags.Contains(PlanFlags.SevereSoreness)));

    [Fact]
    public void I16_the_next_race_is_judged_by_its_distance_and_changes_no_day() =>
        Gen.Select(PutOff, Gen.Int[1, 90]).Holds((request, gap) =>
        {
            var plan = RecoveryPlan(request with { NextRace = request.Date.AddDays(gap) });
            Assert.Equal(gap <= plan.TotalDays ? NextRaceVerdict.TooSoon : gap <= plan.TotalDays + 7 ? NextRaceVerdict.Tight : NextRaceVerdict.Ok, plan.NextRace);
            Assert.Equal(plan.NextRace == NextRaceVerdict.TooSoon, plan.Flags.Contains(PlanFlags.NextRaceTooSoon));
            Assert.Equal(RecoveryPlan(request).Days, plan.Days);
        });

    [Fact]
    public void A_run_put_off_moves_every_later_day_by_one_and_shortens_nothing() =>
        PutOff.Where(request => request.Held.Count > 0).Holds(request =>
        {
            var (before, after) = (RecoveryPlan(request with { Held = [.. request.Held.SkipLast(1)] }), RecoveryPlan(request));
            var held = request.Held[^1];
            Assert.Equal(before.TotalDays + 1, after.TotalDays);
            Assert.Equal(before.Days.Take(held), after.Days.Take(held));
            Assert.Equal(DayKind.Held, after.Days[held].Kind);
            Assert.Equal(before.Days.Skip(held).Select(Events), after.Days.Skip(held + 1).Select(Events));
            Assert.All(after.Days.Skip(held + 1), day => Assert.Equal(request.Date.AddDays(day.Day), day.Date));

            static object Events(PlanDay day) => (day.Kind, day.Phase, day.Planned, day.Percent, day.Minutes);
        });

    [Fact]
    public void Two_runs_in_a_row_put_off_after_day_three_ask_for_a_professional() =>
        PutOff.Holds(request => Assert.Equal(
            request.Held.Zip(request.Held.Skip(1)).Any(pair => pair.First > 3 && pair.Second == pair.First + 1),
            RecoveryPlan(request).Flags.Contains(PlanFlags.AskAProfessional)));

    [Fact]
    public void The_phases_cover_every_hour_once() =>
        PutOff.Holds(request =>
        {
            var plan = RecoveryPlan(request);
            Assert.Equal(0, plan.Phases[0].FromHour);
            Assert.All(plan.Phases.Zip(plan.Phases.Skip(1)), pair => Assert.Equal(pair.First.ToHour, pair.Second.FromHour));
            Assert.Equal(24 * plan.Days.Count, plan.Phases[^1].ToHour);
        });

    [Fact]
    public void Half_a_day_counts_as_a_day_whatever_the_machine_adds_up()
    {
        // 5.44 days times 1.25 times 1.25 is 8.5; in binary it comes as 8.499999999999998.
        Assert.Equal(9, T(new PlanRequest { Rules = Rules, Km = 13.6, Effort = Effort.Hard, Date = new DateOnly(2026, 11, 22), Experience = Experience.New, Terrain = Terrain.Downhill }));
    }

    [Fact]
    public void The_last_day_of_the_rebuild_is_a_run_even_where_it_would_be_a_day_off()
    {
        var plan = RecoveryPlanner.Plan(new PlanRequest { Rules = Rules, Km = 42.195, Effort = Effort.Moderate, Date = new DateOnly(2026, 11, 22) });
        Assert.Equal((11, 7), (plan.TotalDays, plan.LastEasyDay));
        Assert.Equal(DayKind.EasyWithStrides, plan.Days[11].Kind);
    }

    [Fact]
    public void There_is_nothing_to_put_off_on_a_day_without_a_run()
    {
        var plan = new PlanRequest { Rules = Rules, Km = 42.195, Effort = Effort.AllOut, Date = new DateOnly(2026, 11, 22) };
        Assert.Equal(RecoveryPlanner.Plan(plan).Days, RecoveryPlanner.Plan(plan with { Held = [3, 9] }).Days);
    }

    private static RecoveryPlan RecoveryPlan(PlanRequest request) => RecoveryPlanner.Plan(request);

    private static void AssertRising(IEnumerable<int> numbers)
    {
        var all = numbers.ToList();
        Assert.Equal(all.Order(), all);
    }
}
