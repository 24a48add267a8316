using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Media;
using RunRecovery.Web.Accounts;

namespace RunRecovery.Web.Media;

/// <summary>Takes one file from a script at the desk, and says what to write to show it.</summary>
public static class UploadEndpoint
{
    /// <summary>Of the form around the file.</summary>
    private const int Wrapping = 64 * 1024;

    /// <summary>The server's own limit is far lower, and stays so everywhere else.</summary>
    public const long MaxRequest = MediaInspection.MaxBytes + Wrapping;

    public static void MapUploads(this WebApplication app) =>
        app.MapPost(Links.DeskUpload, UploadAsync).WithMetadata(new RequestSizeLimitAttribute(MaxRequest));

    private static async Task<IResult> UploadAsync(HttpContext context, UploadDoor door, MediaFolder folder, CancellationToken cancel)
    {
        try
        {
            using var form = await UploadForm.ReadAsync(context.Request, folder, cancel);
            var (item, isNew) = await door.AddAsync(form.File, form.Alt, context.User.AccountId(), cancel);
            return Results.Json(UploadedFile.Of(item, form.File.Name, form.Alt), statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }
        catch (UploadProblemException problem)
        {
            return Results.Json(new { problem = problem.Message }, statusCode: problem.Status);
        }
    }
}
