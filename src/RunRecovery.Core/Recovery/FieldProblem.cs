namespace RunRecovery.Core.Recovery;

/// <summary>What somebody wrote into a field of a form cannot be used.</summary>
/// <param name="Field">The name of the field, as in the address.</param>
/// <param name="Text">What was wrong and what is allowed there, for whoever wrote it.</param>
public sealed record FieldProblem(string Field, string Text);
