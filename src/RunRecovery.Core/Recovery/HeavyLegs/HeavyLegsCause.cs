namespace RunRecovery.Core.Recovery.HeavyLegs;

/// <summary>A likely cause of heavy legs. The grouping is the blog's own, from runners' and coaches' pages.</summary>
/// <param name="FirstAnswer">What to do about it first.</param>
/// <param name="Evidence">Rows of <c>recovery/evidence.json</c> about that.</param>
public sealed record HeavyLegsCause(string Title, string Story, string FirstAnswer, IReadOnlyList<(string Id, string Name)> Evidence)
{
    public static readonly HeavyLegsCause Load = new(
        "Too much load, too little easy running", "Several hard days in a row, or weeks of building up. Look at your last ten days: was there an easy day after each hard one?",
        "An easy day or a day off now, and a lighter week soon.", [("easy-days", "Easy days between hard ones"), ("deload", "Deload week")]);

    public static readonly HeavyLegsCause Muscle = new(
        "Sore muscles after a hard or downhill run", "Sore to touch, grumpy on the way down the stairs, often worst on the first three days.",
        "Walk, or move in water. No hard running while it hurts.", [("pool-running", "Pool running and water exercise"), ("walking", "Walking")]);

    public static readonly HeavyLegsCause Fuel = new(
        "Low fuel", "Heavy and flat but not sore, worse on the day after a long run or a skipped meal.",
        "A day of ordinary meals with carbohydrate.", [("carbohydrate", "Carbohydrate"), ("eat-enough", "Eating enough overall")]);

    public static readonly HeavyLegsCause Sleep = new(
        "Short sleep or stress", "Heavy all over, and an easy pace feels hard.",
        "Three long nights in a row.", [("sleep", "Sleep")]);

    public static readonly HeavyLegsCause Illness = new(
        "Perhaps something coming on", "A sore throat or a cold, or a morning pulse clearly above your usual.",
        "Rest, and no running until you feel well again. Ask a doctor if it gets worse.", [("immune-care", "Hygiene and rest when ill")]);

    public static readonly HeavyLegsCause Fluid = new(
        "Heat and lost fluid", "A hot week, dark yellow urine, cramps. Urine as dark as tea or cola is another matter: medical care the same day.",
        "Drink to thirst, with ordinary salted meals.", [("hydration", "Fluid"), ("sodium", "Salt with food and drink")]);

    public static readonly HeavyLegsCause SlowRunning = new(
        "Sluggish from slow running", "Heavy on easy runs only, lively once it gets faster.",
        "Once or twice a week a few relaxed strides, or walking breaks on easy runs.", [("strides", "Strides")]);

    public static readonly HeavyLegsCause NotWarm = new(
        "Perhaps not tired, only not warm yet", "A stiff start after a day of sitting, and better after ten minutes.",
        "Start slower, with shorter steps.", [("cadence", "Shorter, quicker steps")]);
}
