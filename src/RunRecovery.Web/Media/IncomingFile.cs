using RunRecovery.Core.Media;

namespace RunRecovery.Web.Media;

/// <summary>A file on its way in. It lies in a place of its own until it is judged, and is gone from there afterwards, whatever happened.</summary>
public sealed class IncomingFile : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private IncomingFile(string path, UploadName name) => (Path, Name) = (path, name);

    public string Path { get; }
    public UploadName Name { get; }

    /// <exception cref="UploadProblemException">It is of no kind that is taken, too large, was cut off, or cannot be written.</exception>
    public static async Task<IncomingFile> ReceiveAsync(Stream from, string? writtenName, MediaFolder folder, CancellationToken cancel)
    {
        var name = new UploadName(writtenName ?? "");
        if (MediaTypes.OfUpload(name.Ending) is not { } type)
        {
            throw new UploadProblemException(StatusCodes.Status415UnsupportedMediaType, MediaTypes.WhyNot(name.Ending));
        }

        var file = new IncomingFile(System.IO.Path.Combine(folder.Uploads, Guid.NewGuid().ToString("N")), name);
        try
        {
            await file.TakeAsync(from, MediaInspection.LimitOf(type), folder, cancel);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (File.Exists(Path))
        {
            File.Delete(Path);
        }
    }

    private async Task TakeAsync(Stream from, long limit, MediaFolder folder, CancellationToken cancel)
    {
        var buffer = new byte[BufferSize];
        var length = 0L;
        await using var to = Open(folder);
        for (int count; (count = await ReadAsync(from, buffer, cancel)) > 0;)
        {
            length += count;
            // The rest is read too, and forgotten: whoever is interrupted while sending hears no answer.
            if (length <= limit)
            {
                await WriteAsync(to, buffer.AsMemory(0, count), cancel);
            }
        }

        if (length > limit)
        {
            throw new UploadProblemException(StatusCodes.Status413PayloadTooLarge, $"the file has {length / 1024.0 / 1024:0.0} MB; at most {limit / 1024 / 1024} MB are allowed.");
        }
    }

    private FileStream Open(MediaFolder folder) => IfTheDiskTakesIt(() =>
    {
        Directory.CreateDirectory(folder.Uploads);
        return new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
    });

    private static async Task<int> ReadAsync(Stream from, byte[] buffer, CancellationToken cancel)
    {
        try
        {
            return await from.ReadAsync(buffer, cancel);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw UploadForm.CutOff(failure);
        }
    }

    private static async Task WriteAsync(FileStream to, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await to.WriteAsync(bytes, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotStore(failure);
        }
    }

    private static T IfTheDiskTakesIt<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotStore(failure);
        }
    }

    private static UploadProblemException CannotStore(Exception failure) =>
        new(StatusCodes.Status507InsufficientStorage, $"could not be stored: {StorageFailure.InWords(failure)}", failure);
}
