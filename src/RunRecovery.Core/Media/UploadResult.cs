namespace RunRecovery.Core.Media;

public abstract record UploadResult
{
    private UploadResult()
    {
    }

    public sealed record Stored(MediaItem Item) : UploadResult;

    /// <summary>The very same file is there already, and is as good.</summary>
    public sealed record AlreadyThere(MediaItem Item) : UploadResult;

    /// <summary>The file may not be stored.</summary>
    public sealed record Refused(string Reason) : UploadResult;

    /// <summary>The server cannot store it.</summary>
    public sealed record Failed(string Reason, Exception Failure) : UploadResult;

    /// <summary>There is no such item to replace.</summary>
    public sealed record Unknown : UploadResult;
}
