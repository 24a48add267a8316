namespace RunRecovery.Browser.Tests.Readers;

/// <summary>A feed reader that somebody subscribes with.</summary>
internal interface IReader
{
    /// <summary>Fetches the feed again.</summary>
    /// <returns>What the reader calls new, newest first. It counts as read from then on.</returns>
    Task<IReadOnlyList<ReadEntry>> ReloadAsync();
}
