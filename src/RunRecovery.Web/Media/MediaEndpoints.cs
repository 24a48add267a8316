using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using RunRecovery.Core.Media;
using RunRecovery.Web.Security;

namespace RunRecovery.Web.Media;

/// <summary>Serves media files and the variants of pictures: only what is known to the library, never a path on the disk.</summary>
public static partial class MediaEndpoints
{
    public static void MapMedia(this WebApplication app) =>
        app.MapMethods(MediaAddress.Root + "{**path}", [HttpMethods.Get, HttpMethods.Head], ServeAsync).WithSecurityHeadersPolicy(SecurityHeaders.OfFiles);

    private static async Task<IResult> ServeAsync(string? path, HttpContext context, MediaLibrary library, MediaFolder folder, ImageVariants variants, MediaUploads uploads, CancellationToken cancel)
    {
        if (library.Find(path ?? "") is { } item)
        {
            return Answer(context, item, folder.FileOf(item.Path), "file");
        }

        var wanted = VariantAddress().Match(path ?? "");
        if (!wanted.Success || library.Find(wanted.Groups["path"].Value) is not { } original)
        {
            var lost = wanted.Success ? wanted.Groups["path"].Value : path ?? "";
            return Results.StatusCode(await uploads.WasDeletedAsync(lost, cancel) ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        var (width, format) = (wanted.Groups["width"].Value, wanted.Groups["format"].Value);
        return await variants.GetAsync(original, int.Parse(width, CultureInfo.InvariantCulture), format, cancel) is { } file
            ? Answer(context, original, file, $"{width}w.{format}")
            : Results.NotFound();
    }

    private static IResult Answer(HttpContext context, MediaItem item, string file, string form)
    {
        if (!File.Exists(file))
        {
            return Results.NotFound();
        }

        // A proxy that compresses marks the tag as weak and would never see a 304 again; the file is the same.
        var headers = context.Request.Headers;
        headers.IfNoneMatch = headers.IfNoneMatch.Select(tag => tag?.Replace("W/", "", StringComparison.Ordinal)).ToArray();

        context.Response.Headers.CacheControl =
            context.Request.Query["v"] == MediaAddress.Version(item) ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        return Results.File(
            file,
            MediaTypes.Of(file)!.Header,
            // A PDF may carry scripts, and the sandbox would keep browsers from showing it anyway.
            fileDownloadName: item.ContentType == "application/pdf" ? Path.GetFileName(item.Path) : null,
            lastModified: item.SavedAt,
            entityTag: new EntityTagHeaderValue($"\"{item.Hash[..32]}-{form}\""),
            enableRangeProcessing: true);
    }

    [GeneratedRegex("^(?<path>.+)/(?<width>[1-9][0-9]{1,4})w\\.(?<format>avif|webp|png|jpg)$")]
    private static partial Regex VariantAddress();
}
