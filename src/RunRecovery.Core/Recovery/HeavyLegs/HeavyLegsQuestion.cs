namespace RunRecovery.Core.Recovery.HeavyLegs;

/// <param name="Name">As in the address.</param>
/// <param name="InBrief">How the path so far calls it.</param>
public sealed record HeavyLegsQuestion(string Name, string InBrief, string Text, string? Hint, IReadOnlyList<HeavyLegsAnswer> Answers)
{
    public HeavyLegsAnswer? Find(string value) => Answers.FirstOrDefault(answer => answer.Value == value);
}

/// <param name="Value">As in the address.</param>
/// <param name="Text">What the runner says.</param>
/// <param name="InBrief">The same in a few words, for the path so far.</param>
public sealed record HeavyLegsAnswer(string Value, string Text, string InBrief)
{
    /// <summary>Null: an ordinary answer. Else the check ends with it, whatever else is said.</summary>
    public RedFlag? Flag { get; init; }
}

/// <param name="Say">What to do, with <see cref="WarningSign.Emergency"/> where the emergency services are meant.</param>
/// <param name="WarningIds">The warning signs that match.</param>
public sealed record RedFlag(string Say, IReadOnlyList<string> WarningIds)
{
    public string SayWith(string emergencyNumber) => WarningSign.WithNumber(Say, emergencyNumber);
}
