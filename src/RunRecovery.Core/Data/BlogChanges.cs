namespace RunRecovery.Core.Data;

/// <summary>Counts the changes of the database that this process knows of, its own and those it was told of, so that whoever keeps a copy of the database in memory knows when it is old.</summary>
public sealed class BlogChanges
{
    private long _version;

    public long Version => Interlocked.Read(ref _version);

    public void Announce() => Interlocked.Increment(ref _version);
}
