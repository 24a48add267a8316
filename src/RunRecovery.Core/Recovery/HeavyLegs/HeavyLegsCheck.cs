namespace RunRecovery.Core.Recovery.HeavyLegs;

/// <summary>
/// The five-minute check of heavy legs: at most six questions, then what to do today and this week, or to ask a professional. It sorts out what is
/// not ordinary tiredness, and finds nothing. Days and grouping are the blog's own.
/// </summary>
public static class HeavyLegsCheck
{
    public static readonly HeavyLegsQuestion Where = new(
        "where", "Where", "One leg or both?", "Training tires both legs.",
        [
            new("both", "Both, about the same", "both legs"),
            new("one", "One is a bit more tired, but it does not hurt", "one a bit more"),
            new("swollen", "One is swollen, hot, red or throbbing", "one is swollen or hot")
            {
                Flag = new("One leg that is swollen, hot, red or throbbing is not ordinary tiredness. Get medical advice today.", ["dvt"]),
            },
            new("both-swollen", "Both, and ankles or legs are newly swollen", "newly swollen")
            {
                Flag = new("New swelling of legs or ankles is not ordinary tiredness. See a doctor this week. With sudden breathlessness or chest pain, call {emergency}.", []),
            },
            new("point", "One has a sharp pain, or hurts at one point", "pain at one point")
            {
                Flag = new("Pain on one side, or at a point that you can put a finger on, is not ordinary tiredness. No running until somebody has examined it.", ["bone", "local"]),
            },
        ]);

    public static readonly HeavyLegsQuestion Feel = new(
        "feel", "How", "Sore to touch, or only heavy?", "Press your thighs, then walk down some stairs.",
        [
            new("heavy", "Only heavy", "only heavy"),
            new("sore", "Sore, from a hard, long or downhill run in the last three days", "sore from a run"),
            new("still-sore", "Sore, though that run is four days ago or more", "sore for four days or more"),
            new("severe", "Far worse than any run can explain, very weak, or with dark urine", "far worse than usual")
            {
                Flag = new("Pain far beyond what the run can explain, great weakness or dark urine: stop running and get medical care today.", ["rhabdo"]),
            },
            new("numb", "Numb or weak, or they fill up and hurt on every run", "numb, weak or filling up")
            {
                Flag = new("Numb or weak legs, and legs that fill up and hurt on every run, should be examined before you run on. If severe tightness, numbness or weakness does not settle, call {emergency}.", ["compartment"]),
            },
        ]);

    public static readonly HeavyLegsQuestion Health = new(
        "health", "Health", "Are you well otherwise?", "Think of your temperature, and of your pulse this morning before you got up.",
        [
            new("well", "Yes, as usual", "well"),
            new("pulse", "A sore throat or a cold, or a pulse clearly above my usual", "a cold or a high pulse"),
            new("medicine", "They came with a new medicine, or another dose of one", "a new medicine")
            {
                Flag = new("A medicine can do this. Ask your doctor or pharmacist about it, and do not stop taking it by yourself.", []),
            },
            new("fever", "A fever, or something below the neck: chest, stomach, all over", "fever, or below the neck")
            {
                Flag = new("No running with a fever or with symptoms below the neck. Rest, and ask a doctor if you feel very ill, if it gets worse, or if it does not pass in a few days.", []),
            },
            new("chest", "Chest pain, fainting, an uneven heartbeat, or short of breath", "chest, heart or breath")
            {
                Flag = new("Stop. Call {emergency} for chest pain that lasts or spreads, for fainting, or for breathlessness at rest. For anything of this kind that has passed: no running before a doctor has had a look.", ["chest"]),
            },
        ]);

    public static readonly HeavyLegsQuestion Basics = new(
        "basics", "Two days", "Slept, eaten and drunk as usual for two days?", "Skipped dinners count, and so do short nights.",
        [
            new("usual", "Yes, as usual", "as usual"),
            new("sleep", "Slept too little, or had much on my mind", "slept too little"),
            new("food", "Ate less than usual, or skipped meals", "ate too little"),
            new("heat", "Sweated a lot, or drank too little", "hot, or drank too little"),
            new("several", "More than one of these", "several were short"),
        ]);

    public static readonly HeavyLegsQuestion Jog = new(
        "jog", "Jog", "Is an easy ten-minute jog better at its end than at its start?", "Remember the last one. Nobody has to go out for this.",
        [
            new("better", "Better", "better at the end"),
            new("lively", "Better, and faster running feels fine", "lively when faster"),
            new("worse", "Worse, or just the same", "no better at the end"),
            new("not-tried", "Have not tried", "not tried"),
        ]);

    public static readonly HeavyLegsQuestion Lasting = new(
        "lasting", "Since", "For how long have they been heavy?", null,
        [
            new("days", "One to three days", "one to three days"),
            new("week", "Four to thirteen days", "four to thirteen days"),
            new("weeks", "Fourteen days or more", "fourteen days or more")
            {
                Flag = new("Fourteen days are long enough for a check-up, above all if an easy week has not helped. Worth asking about: your iron (never take tablets on suspicion alone), new medicines, and whether you eat enough for what you run. Say so too if periods have stopped, if you lose weight, or if bones keep getting hurt.", ["ots"]),
            },
        ]);

    /// <summary>In the order in which they are asked: what matters most first.</summary>
    public static readonly IReadOnlyList<HeavyLegsQuestion> Questions = [Where, Feel, Health, Basics, Jog, Lasting];

    /// <param name="answers">Values by the name of the question, each of them known.</param>
    public static HeavyLegsStep After(IReadOnlyDictionary<string, string> answers)
    {
        var flags = Questions.Select(question => AnswerTo(question, answers)?.Flag).OfType<RedFlag>().ToList();
        return flags.Count > 0 ? new HeavyLegsStep.Professional(flags)
            : Questions.FirstOrDefault(question => AnswerTo(question, answers) is null && IsAsked(question, answers)) is { } next ? new HeavyLegsStep.Ask(next)
            : TodayFor(answers);
    }

    /// <summary>Null: not answered, or not with an answer that there is.</summary>
    public static HeavyLegsAnswer? AnswerTo(HeavyLegsQuestion question, IReadOnlyDictionary<string, string> answers) =>
        answers.TryGetValue(question.Name, out var value) ? question.Find(value) : null;

    /// <summary>Nobody is asked about a jog who had better not try one.</summary>
    public static bool IsAsked(HeavyLegsQuestion question, IReadOnlyDictionary<string, string> answers) =>
        question != Jog || (Is(answers, Where, "both") && Is(answers, Feel, "heavy") && Is(answers, Health, "well"));

    private static HeavyLegsStep.Today TodayFor(IReadOnlyDictionary<string, string> answers)
    {
        var isSore = Is(answers, Feel, "sore", "still-sore");
        var isLasting = Is(answers, Lasting, "week") || Is(answers, Feel, "still-sore");
        var isIll = Is(answers, Health, "pulse");
        var jogs = IsAsked(Jog, answers);
        HeavyLegsCause?[] causes =
        [
            isIll ? HeavyLegsCause.Illness : null,
            isSore ? HeavyLegsCause.Muscle : null,
            Is(answers, Basics, "food", "several") ? HeavyLegsCause.Fuel : null,
            Is(answers, Basics, "sleep", "several") ? HeavyLegsCause.Sleep : null,
            Is(answers, Basics, "heat", "several") ? HeavyLegsCause.Fluid : null,
            jogs && Is(answers, Jog, "lively") ? HeavyLegsCause.SlowRunning : null,
            jogs && Is(answers, Jog, "better") ? HeavyLegsCause.NotWarm : null,
        ];
        var likely = causes.OfType<HeavyLegsCause>().ToList();
        return new HeavyLegsStep.Today(
            isLasting || likely.Count == 0 ? [.. likely, HeavyLegsCause.Load] : likely,
            isIll ? HeavyLegsRunning.Ill
                : !jogs ? HeavyLegsRunning.NothingHard
                : Is(answers, Jog, "worse") ? HeavyLegsRunning.StopAndRest
                : Is(answers, Jog, "better", "lively") ? HeavyLegsRunning.MayTry
                : HeavyLegsRunning.NothingHard,
            isLasting,
            Is(answers, Feel, "still-sore") ? ["severe-soreness"] : []);
    }

    private static bool Is(IReadOnlyDictionary<string, string> answers, HeavyLegsQuestion question, params ReadOnlySpan<string> values) =>
        answers.TryGetValue(question.Name, out var value) && values.Contains(value);
}
