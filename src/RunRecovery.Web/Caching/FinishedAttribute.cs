namespace RunRecovery.Web.Caching;

/// <summary>Says of a page or feed that its answer is the same for everybody until what visitors see changes, so <see cref="FinishedAnswers"/> may keep it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FinishedAttribute : Attribute
{
    /// <summary>How long others may keep the answer without asking again, at most.</summary>
    public int Seconds { get; init; } = 60;

    /// <summary>False: there are addresses without number, and each answer is made anew, so that no stranger can fill the memory with them.</summary>
    public bool Kept { get; init; } = true;

    /// <summary>The names in a query that it answers to. All others are taken away before, if answers are kept, so that no stranger can fill the memory with one page.</summary>
    public string[] Queries { get; init; } = [];
}
