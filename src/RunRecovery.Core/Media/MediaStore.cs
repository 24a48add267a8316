using Microsoft.EntityFrameworkCore;
using NetVips;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Media;

/// <summary>Takes in media files: verified by content, without the metadata that tells where a runner lives, each whole or not at all.</summary>
public sealed class MediaStore(BlogContext db, MediaFolder folder, BlogChanges changes, TimeProvider clock)
{
    private const int Quality = 88;

    /// <summary>One result a file, in order. A file whose hash is unchanged is not touched.</summary>
    public async Task<IReadOnlyList<MediaSaveResult>> SaveAsync(IReadOnlyList<MediaFile> files, CancellationToken cancel = default)
    {
        var known = await db.MediaItems.ToDictionaryAsync(m => m.Path, cancel);
        var results = files.Select(file => Save(file, known)).ToList();
        if (results.Exists(r => r is MediaSaveResult.Added or MediaSaveResult.Changed))
        {
            await db.SaveChangesAsync(cancel);
            changes.Announce();
        }

        db.ChangeTracker.Clear();
        return results;
    }

    private MediaSaveResult Save(MediaFile file, Dictionary<string, MediaItem> known)
    {
        var target = folder.FileOf(file.Path);
        var before = known.GetValueOrDefault(file.Path);
        if (before?.Hash == file.Hash && File.Exists(target))
        {
            return new MediaSaveResult.Unchanged();
        }

        if (MediaInspection.Look(file.Source, file.Path, out var reason) is not { } seen)
        {
            return new MediaSaveResult.Refused(reason);
        }

        try
        {
            Store(file.Source, target, seen);
        }
        catch (VipsException)
        {
            return new MediaSaveResult.Refused("the picture cannot be decoded; it seems to be broken.");
        }

        var item = before ?? new MediaItem { Path = file.Path, Hash = file.Hash, ContentType = seen.Type.ContentType };
        (item.Hash, item.ContentType, item.Length) = (file.Hash, seen.Type.ContentType, new FileInfo(target).Length);
        (item.Width, item.Height, item.SavedAt) = (seen.Width, seen.Height, clock.GetUtcNow().UtcDateTime);
        if (before is not null)
        {
            return new MediaSaveResult.Changed();
        }

        db.MediaItems.Add(item);
        known[file.Path] = item;
        return new MediaSaveResult.Added();
    }

    /// <summary>Under another name first: whoever reads meanwhile gets the old file or the new one, never a part.</summary>
    private static void Store(string source, string target, MediaInspection seen)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}{Path.GetExtension(target)}");
        try
        {
            if (seen.HasMetadata)
            {
                using var image = Image.NewFromFile(source);
                using var upright = image.Autorot();
                var options = new VOption { { "keep", Enums.ForeignKeep.Icc } };
                if (seen.Type.ContentType is "image/jpeg" or "image/webp")
                {
                    options.Add("Q", Quality);
                }

                upright.WriteToFile(unfinished, options);
            }
            else
            {
                File.Copy(source, unfinished);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}

/// <param name="Path">Where it goes, below the media folder, with forward slashes.</param>
/// <param name="Source">Where it lies now.</param>
/// <param name="Hash">SHA-256 of its bytes in hexadecimal.</param>
public sealed record MediaFile(string Path, string Source, string Hash);

public abstract record MediaSaveResult
{
    private MediaSaveResult()
    {
    }

    public sealed record Added : MediaSaveResult;

    public sealed record Changed : MediaSaveResult;

    public sealed record Unchanged : MediaSaveResult;

    public sealed record Refused(string Reason) : MediaSaveResult;
}
