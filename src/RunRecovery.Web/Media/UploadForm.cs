using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using RunRecovery.Core.Media;

namespace RunRecovery.Web.Media;

/// <summary>A form with one file and perhaps its alternative text, read as it comes in: its bytes go to the disk, never into memory.</summary>
public sealed class UploadForm : IDisposable
{
    private const string AltField = "alt";
    private const int LongestBoundary = 200;

    private UploadForm(IncomingFile file, string? alt) => (File, Alt) = (file, alt);

    public IncomingFile File { get; }
    public string? Alt { get; }

    /// <exception cref="UploadProblemException">It brings no file, several, or not all of one.</exception>
    public static async Task<UploadForm> ReadAsync(HttpRequest request, MediaFolder folder, CancellationToken cancel)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data" ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        if (boundary.Length is 0 or > LongestBoundary)
        {
            throw new UploadProblemException(StatusCodes.Status415UnsupportedMediaType, "wanted a form with a file (multipart/form-data).");
        }

        var parts = new MultipartReader(boundary, request.Body);
        IncomingFile? file = null;
        try
        {
            string? alt = null;
            while (await NextAsync(parts, cancel) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                {
                    continue;
                }

                if (disposition.IsFileDisposition())
                {
                    file = file is null
                        ? await IncomingFile.ReceiveAsync(part.Body, HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString(), folder, cancel)
                        : throw new UploadProblemException(StatusCodes.Status400BadRequest, "one file a request, please.");
                }
                else if (HeaderUtilities.RemoveQuotes(disposition.Name).Equals(AltField, StringComparison.OrdinalIgnoreCase))
                {
                    alt = await WordsAsync(part.Body, cancel);
                }
            }

            return new UploadForm(file ?? throw new UploadProblemException(StatusCodes.Status400BadRequest, "the form holds no file."), alt);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Dispose();

    internal static UploadProblemException CutOff(Exception failure) => failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        ? new UploadProblemException(StatusCodes.Status413PayloadTooLarge, $"the file is too large; at most {MediaInspection.MaxBytes / 1024 / 1024} MB are allowed.", failure)
        : new UploadProblemException(StatusCodes.Status400BadRequest, "the upload was cut off, or is no proper form; nothing was stored. Try again.", failure);

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken cancel)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancel);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw CutOff(failure);
        }
    }

    private static async Task<string> WordsAsync(Stream body, CancellationToken cancel)
    {
        var words = new char[MediaUploads.MaxAlt];
        using var reader = new StreamReader(body, leaveOpen: true);
        try
        {
            return new string(words, 0, await reader.ReadBlockAsync(words, cancel));
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw CutOff(failure);
        }
    }
}
