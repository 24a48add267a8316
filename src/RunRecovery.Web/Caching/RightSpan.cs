namespace RunRecovery.Web.Caching;

/// <summary>Set as a feature of a request whose answer the clock changes too, besides what changes for all visitors.</summary>
/// <param name="Since">UTC: when the clock last changed it.</param>
/// <param name="Until">UTC: when it does next.</param>
public sealed record RightSpan(DateTime Since, DateTime Until);
