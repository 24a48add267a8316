using System.Runtime.InteropServices;

namespace RunRecovery.Core.Media;

/// <summary>
/// The C library of most Linuxes keeps what an encoder has freed. A server that made a hundred variants would keep some 150 MB; asked to give
/// it back, it keeps under 20.
/// </summary>
internal static class NativeMemory
{
    private const int MapThreshold = -3;

    /// <summary>From this size on, blocks are given back as soon as they are freed.</summary>
    private const int LargeBlock = 128 * 1024;

    public static void KeepSmall() => IfSupported(() => mallopt(MapThreshold, LargeBlock));

    public static void GiveBack() => IfSupported(() => malloc_trim(0));

    private static void IfSupported(Func<int> call)
    {
        try
        {
            _ = OperatingSystem.IsLinux() && call() != 0;
        }
        catch (EntryPointNotFoundException)
        {
            // musl has neither function, and keeps little by itself.
        }
    }

    [DllImport("libc", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int parameter, int value);

    [DllImport("libc", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int malloc_trim(nint keep);
}
