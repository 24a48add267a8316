namespace RunRecovery.Core.Media;

/// <summary>Why something could not be written, for people who do not see the server. Where its folders are is not their business.</summary>
public static class StorageFailure
{
    private const int NoSpaceOnLinux = 28, DiskFullOnWindows = unchecked((int)0x80070070);

    public static string InWords(Exception failure) => failure.HResult is NoSpaceOnLinux or DiskFullOnWindows
        ? "the disk of the server is full. Make room and try again."
        : "the server cannot write to its disk. Its log says why.";
}
