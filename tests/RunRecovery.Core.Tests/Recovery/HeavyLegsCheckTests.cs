using RunRecovery.Core.Recovery;
using RunRecovery.Core.Recovery.HeavyLegs;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class HeavyLegsCheckTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Every query that knows its answers: each question with each of them, or without one.</summary>
    private static IEnumerable<Dictionary<string, string>> Everything => HeavyLegsCheck.Questions.Aggregate(
        (IEnumerable<Dictionary<string, string>>)[Nothing],
        (queries, question) => queries.SelectMany(query => question.Answers.Select(answer => With(query, question, answer)).Prepend(query)));

    [Fact]
    public void Every_path_ends_within_six_questions()
    {
        var ends = Paths(Nothing, 0).ToList();

        Assert.All(ends, end => Assert.InRange(end.Asked, 1, 6));
        Assert.Contains(ends, end => end.Asked == 6);
        Assert.All(ends.Select(end => end.Step).OfType<HeavyLegsStep.Today>(), today => Assert.InRange(today.Causes.Count, 1, 6));
        Assert.All(ends.Select(end => end.Step).OfType<HeavyLegsStep.Today>(), today => Assert.Contains(RecoveryPhases.All, phase => phase.Id == today.Phase));
        Assert.All(ends.Select(end => end.Step).OfType<HeavyLegsStep.Professional>(), professional => Assert.NotEmpty(professional.Flags));
    }

    [Fact]
    public void Every_red_flag_wins_whatever_else_is_said()
    {
        var flagged = Everything.Where(answers => HeavyLegsCheck.Questions.Any(question => HeavyLegsCheck.AnswerTo(question, answers)?.Flag is not null)).ToList();

        Assert.True(flagged.Count > 5000);
        Assert.All(flagged, answers => Assert.IsType<HeavyLegsStep.Professional>(HeavyLegsCheck.After(answers)));
    }

    [Fact]
    public void Without_a_red_flag_nobody_is_sent_to_a_professional() => Assert.All(
        Everything.Where(answers => HeavyLegsCheck.Questions.All(question => HeavyLegsCheck.AnswerTo(question, answers)?.Flag is null)),
        answers => Assert.IsNotType<HeavyLegsStep.Professional>(HeavyLegsCheck.After(answers)));

    [Theory]
    [InlineData("where", "swollen", "dvt")]
    [InlineData("where", "both-swollen", "")]
    [InlineData("where", "point", "bone local")]
    [InlineData("feel", "severe", "rhabdo")]
    [InlineData("feel", "numb", "compartment")]
    [InlineData("health", "medicine", "")]
    [InlineData("health", "fever", "")]
    [InlineData("health", "chest", "chest")]
    [InlineData("lasting", "weeks", "ots")]
    public void These_answers_are_red_flags(string question, string answer, string warnings)
    {
        var professional = Assert.IsType<HeavyLegsStep.Professional>(HeavyLegsCheck.After(new Dictionary<string, string> { [question] = answer }));

        Assert.Equal(warnings, string.Join(' ', professional.WarningIds));
    }

    [Fact]
    public void There_are_no_other_red_flags() =>
        Assert.Equal("swollen both-swollen point severe numb medicine fever chest weeks", string.Join(' ', HeavyLegsCheck.Questions.SelectMany(question => question.Answers).Where(answer => answer.Flag is not null).Select(answer => answer.Value)));

    [Theory]
    [InlineData("both", "heavy", "well", true)]
    [InlineData("one", "heavy", "well", false)]
    [InlineData("both", "sore", "well", false)]
    [InlineData("both", "still-sore", "well", false)]
    [InlineData("both", "heavy", "pulse", false)]
    public void Only_whom_it_cannot_hurt_is_asked_about_a_jog(string where, string feel, string health, bool asked)
    {
        var step = HeavyLegsCheck.After(new Dictionary<string, string> { ["where"] = where, ["feel"] = feel, ["health"] = health, ["basics"] = "usual" });

        Assert.Equal(asked ? HeavyLegsCheck.Jog : HeavyLegsCheck.Lasting, Assert.IsType<HeavyLegsStep.Ask>(step).Question);
    }

    [Fact]
    public void Only_whose_jog_got_better_is_told_to_try_a_short_run() => Assert.All(
        Everything.Select(answers => (answers, Step: HeavyLegsCheck.After(answers))).Where(pair => pair.Step is HeavyLegsStep.Today { MayRun: true }),
        pair => Assert.True(pair.answers is { } said && said["where"] == "both" && said["feel"] == "heavy" && said["health"] == "well" && said["jog"] is "better" or "lively"));

    [Theory]
    [InlineData("sore", "well", "usual", null, "days", "Muscle", false)]
    [InlineData("still-sore", "well", "usual", null, "days", "Muscle Load", true)]
    [InlineData("heavy", "well", "food", "worse", "days", "Fuel", false)]
    [InlineData("heavy", "well", "sleep", "not-tried", "week", "Sleep Load", true)]
    [InlineData("heavy", "well", "heat", "better", "days", "Fluid NotWarm", false)]
    [InlineData("heavy", "well", "usual", "lively", "days", "SlowRunning", false)]
    [InlineData("heavy", "well", "usual", "worse", "days", "Load", false)]
    [InlineData("sore", "pulse", "several", null, "week", "Illness Muscle Fuel Sleep Fluid Load", true)]
    public void The_causes_match_the_answers(string feel, string health, string basics, string? jog, string lasting, string causes, bool isLasting)
    {
        var answers = new Dictionary<string, string> { ["where"] = "both", ["feel"] = feel, ["health"] = health, ["basics"] = basics, ["lasting"] = lasting };
        if (jog is not null)
        {
            answers["jog"] = jog;
        }

        var today = Assert.IsType<HeavyLegsStep.Today>(HeavyLegsCheck.After(answers));

        Assert.Equal(causes, string.Join(' ', today.Causes.Select(NameOf)));
        Assert.Equal(isLasting, today.Lasting);
    }

    [Theory]
    [InlineData("heavy", "well", "better", HeavyLegsRunning.MayTry, "easy-return")]
    [InlineData("heavy", "well", "lively", HeavyLegsRunning.MayTry, "easy-return")]
    [InlineData("heavy", "well", "not-tried", HeavyLegsRunning.NothingHard, "rest")]
    [InlineData("heavy", "well", "worse", HeavyLegsRunning.StopAndRest, "rest")]
    [InlineData("sore", "well", "better", HeavyLegsRunning.NothingHard, "rest")]
    [InlineData("heavy", "pulse", "better", HeavyLegsRunning.Ill, "rest")]
    [InlineData("sore", "pulse", "worse", HeavyLegsRunning.Ill, "rest")]
    public void Whether_to_run_follows_from_the_answers(string feel, string health, string jog, HeavyLegsRunning running, string phase)
    {
        var today = Assert.IsType<HeavyLegsStep.Today>(HeavyLegsCheck.After(
            new Dictionary<string, string> { ["where"] = "both", ["feel"] = feel, ["health"] = health, ["basics"] = "usual", ["jog"] = jog, ["lasting"] = "days" }));

        Assert.Equal((running, phase), (today.Running, today.Phase));
    }

    private static string NameOf(HeavyLegsCause cause) => typeof(HeavyLegsCause).GetFields().Single(field => ReferenceEquals(field.GetValue(null), cause)).Name;

    /// <summary>Everything that somebody can be asked and can answer.</summary>
    private static IEnumerable<(HeavyLegsStep Step, int Asked)> Paths(Dictionary<string, string> answers, int asked) => HeavyLegsCheck.After(answers) switch
    {
        HeavyLegsStep.Ask(var question) when asked < 10 => question.Answers.SelectMany(answer => Paths(With(answers, question, answer), asked + 1)),
        var step => [(step, asked)],
    };

    private static Dictionary<string, string> With(Dictionary<string, string> answers, HeavyLegsQuestion question, HeavyLegsAnswer answer) =>
        new(answers) { [question.Name] = answer.Value };
}
