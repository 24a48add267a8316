using RunRecovery.Core.Media;

namespace RunRecovery.Web.Media;

/// <summary>The way of a received file into the library, the same for scripts and for forms.</summary>
public sealed class UploadDoor(MediaUploads uploads, MediaFolder folder, ILogger<UploadDoor> log)
{
    /// <exception cref="UploadProblemException">It was not stored; the message says why.</exception>
    public async Task<(MediaItem Item, bool IsNew)> AddAsync(IncomingFile file, string? alt, int accountId, CancellationToken cancel) =>
        Judge(await uploads.AddAsync(new Upload(file.Path, file.Name, accountId, alt), cancel));

    /// <summary>Those that a form without script brings, each for itself.</summary>
    /// <returns>What became of them, in plain words.</returns>
    public async Task<string> AddAllAsync(IReadOnlyList<IFormFile> files, int accountId, CancellationToken cancel)
    {
        var stored = 0;
        List<string> problems = [];
        foreach (var sent in files)
        {
            try
            {
                using var file = await ReceiveAsync(sent, cancel);
                await AddAsync(file, alt: null, accountId, cancel);
                stored++;
            }
            catch (UploadProblemException problem)
            {
                problems.Add($"{new UploadName(sent.FileName).Shown}: {problem.Message}");
            }
        }

        return string.Join(' ', [stored switch { 0 => "Nothing was stored.", 1 => "One file is stored.", _ => $"{stored} files are stored." }, .. problems.Take(8)]);
    }

    /// <exception cref="UploadProblemException">Nothing was replaced; the message says why.</exception>
    public async Task ReplaceAsync(MediaItem item, IFormFile? sent, int accountId, CancellationToken cancel)
    {
        using var file = await ReceiveAsync(sent ?? throw new UploadProblemException(StatusCodes.Status400BadRequest, "Choose a file first."), cancel);
        Judge(await uploads.ReplaceAsync(item.Id, new Upload(file.Path, file.Name, accountId), cancel));
    }

    private async Task<IncomingFile> ReceiveAsync(IFormFile sent, CancellationToken cancel)
    {
        await using var content = sent.OpenReadStream();
        return await IncomingFile.ReceiveAsync(content, sent.FileName, folder, cancel);
    }

    private (MediaItem Item, bool IsNew) Judge(UploadResult result)
    {
        switch (result)
        {
            case UploadResult.Stored(var item):
                return (item, true);
            case UploadResult.AlreadyThere(var item):
                return (item, false);
            case UploadResult.Failed(var reason, var failure):
                log.LogError(failure, "An upload could not be stored");
                throw new UploadProblemException(StatusCodes.Status507InsufficientStorage, reason, failure);
            case UploadResult.Refused(var reason):
                throw new UploadProblemException(StatusCodes.Status422UnprocessableEntity, reason);
            default:
                throw new UploadProblemException(StatusCodes.Status404NotFound, "There is no such file any more.");
        }
    }
}
