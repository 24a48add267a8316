namespace RunRecovery.Core.Data;

/// <summary>Counts the changes of the database that this process knows of, its own and those it was told of, so that whoever keeps a copy of the database in memory knows when it is old.</summary>
public sealed class BlogChanges
{
    private long _version;

    public long Version => Interlocked.Read(ref _version);

    /// <summary>For whoever has something to do after a change, and does it elsewhere: the save waits for its handlers.</summary>
    public event Action? Announced;

    public void Announce()
    {
        Interlocked.Increment(ref _version);
        Announced?.Invoke();
    }
}
