namespace RunRecovery.Web.Caching;

/// <summary>Set as a feature of a request whose answer the clock changes sooner than it changes what visitors see.</summary>
/// <param name="At">UTC.</param>
public sealed record RightUntil(DateTime At);
