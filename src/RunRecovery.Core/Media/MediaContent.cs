namespace RunRecovery.Core.Media;

/// <summary>Writes what may be stored of a file: never the metadata that tells where a runner lives.</summary>
internal static class MediaContent
{
    /// <summary>As it is where it carries no more than it should. False: the picture is broken.</summary>
    public static bool Write(string source, string target, MediaInspection seen) =>
        seen.HasMetadata ? WritePicture(source, target, seen, seen.Type) : Copy(source, target, seen.Type);

    /// <summary>What strangers' programs made: each picture is decoded and encoded, so that nothing but the picture survives. False: it is broken.</summary>
    /// <param name="type">In which it is stored.</param>
    public static bool WriteAnew(string source, string target, MediaInspection seen, MediaType type) =>
        type.IsPicture ? WritePicture(source, target, seen, type) : Copy(source, target, type);

    public static bool Write(byte[] content, string target)
    {
        File.WriteAllBytes(target, content);
        return true;
    }

    private static bool WritePicture(string source, string target, MediaInspection seen, MediaType type) =>
        Libvips.Clean(source, seen.Type.ContentType, type.ContentType) is { } clean && Write(clean, target);

    private static bool Copy(string source, string target, MediaType type)
    {
        // A copy by the system would also copy who may write the file.
        using var from = File.OpenRead(source);
        using var to = new FileStream(target, FileMode.Create, FileAccess.ReadWrite);
        from.CopyTo(to);
        if (type.ContentType is "video/mp4" or "audio/mp4")
        {
            FilmMetadata.Erase(to);
        }

        return true;
    }
}
