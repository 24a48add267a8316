using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Media;

/// <summary>What people do with media: upload, replace, describe, delete. An address that was given once is never given to another file.</summary>
public sealed class MediaUploads(BlogContext db, MediaFolder folder, BlogChanges changes, TimeProvider clock)
{
    public const int MaxAlt = 1000;

    /// <summary>One picture is decoded at a time, and the same file sent twice at once is one item.</summary>
    private static readonly SemaphoreSlim One = new(1);

    public async Task<UploadResult> AddAsync(Upload upload, CancellationToken cancel = default)
    {
        if (Judge(upload, out var seen) is { } refusal)
        {
            return refusal;
        }

        var path = upload.Name.NewPath(seen!.Type.Kind, Now);
        var type = MediaTypes.Of(path)!;
        return await AloneAsync(
            async hash => await db.MediaItems.FirstOrDefaultAsync(m => m.Hash == hash && m.ContentType == type.ContentType && m.DeletedAt == null, cancel) is { } same
                ? new UploadResult.AlreadyThere(same)
                : await PutAsync(upload, seen!, hash, db.MediaItems.Add(new MediaItem
                {
                    Path = path,
                    Hash = hash,
                    ContentType = type.ContentType,
                    Alt = Words(upload.Alt),
                    OwnerId = upload.OwnerId,
                }).Entity, cancel),
            upload,
            cancel);
    }

    /// <summary>Puts another content at the address of an item. A picture of another kind becomes one of the item's kind.</summary>
    public async Task<UploadResult> ReplaceAsync(int id, Upload upload, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } item)
        {
            return new UploadResult.Unknown();
        }

        if (Judge(upload, out var seen) is { } refusal)
        {
            return refusal;
        }

        var type = MediaTypes.Of(item.Path)!;
        if (seen!.Type != type && !(seen.Type.IsPicture && type.IsPicture))
        {
            return new UploadResult.Refused($"its address ends in {Path.GetExtension(item.Path)}, so only {(type.IsPicture ? "a picture" : "a file of that kind")} can take its place.");
        }

        return await AloneAsync(
            async hash =>
            {
                if (hash == item.Hash)
                {
                    return new UploadResult.AlreadyThere(item);
                }

                item.SourceHash ??= item.Hash;
                return await PutAsync(upload, seen, hash, item, cancel);
            },
            upload,
            cancel);
    }

    /// <summary>False: there is no such item.</summary>
    public async Task<bool> DescribeAsync(int id, string? alt, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } item)
        {
            return false;
        }

        item.Alt = Words(alt);
        await SaveAsync(cancel);
        return true;
    }

    /// <summary>The address is gone from now on, for ever. False: there is no such item.</summary>
    public async Task<bool> DeleteAsync(int id, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } item)
        {
            return false;
        }

        item.DeletedAt = Now;
        await SaveAsync(cancel);
        await RemoveLeftoversAsync(cancel);
        return true;
    }

    /// <summary>Whether a file was here once and was deleted.</summary>
    public Task<bool> WasDeletedAsync(string path, CancellationToken cancel = default) => db.MediaItems.AnyAsync(m => m.Path == path && m.DeletedAt != null, cancel);

    /// <summary>Removes from the disk what the library no longer knows: deleted files, variants of former contents, uploads that were cut off.</summary>
    public async Task RemoveLeftoversAtStartAsync(CancellationToken cancel = default)
    {
        folder.RemoveUnfinished(Now);
        await RemoveLeftoversAsync(cancel);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string? Words(string? alt) => alt?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, MaxAlt)] : null;

    private Task<MediaItem?> FindAsync(int id, CancellationToken cancel) => db.MediaItems.SingleOrDefaultAsync(m => m.Id == id && m.DeletedAt == null, cancel);

    private static UploadResult.Refused? Judge(Upload upload, out MediaInspection? seen)
    {
        seen = MediaInspection.LookAtUpload(upload.Source, $"{upload.Name.Words}{upload.Name.Ending}", out var reason);
        return seen is null ? new UploadResult.Refused(reason) : null;
    }

    /// <param name="work">Is given the hash of the upload.</param>
    private async Task<UploadResult> AloneAsync(Func<string, Task<UploadResult>> work, Upload upload, CancellationToken cancel)
    {
        await One.WaitAsync(cancel);
        try
        {
            await using var file = File.OpenRead(upload.Source);
            return await work(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbUpdateException)
        {
            return new UploadResult.Failed($"could not be stored: {StorageFailure.InWords(failure)}", failure);
        }
        finally
        {
            db.ChangeTracker.Clear();
            One.Release();
        }
    }

    private async Task<UploadResult> PutAsync(Upload upload, MediaInspection seen, string hash, MediaItem item, CancellationToken cancel)
    {
        var (target, type) = (folder.FileOf(item.Path), MediaTypes.Of(item.Path)!);
        var isStored = await MediaFolder.PlaceAsync(target, to => MediaContent.WriteAnew(upload.Source, to, seen, type), async () =>
        {
            item.Take(hash, type, seen, new FileInfo(target).Length, Now);
            await SaveAsync(cancel);
        });
        if (!isStored)
        {
            return new UploadResult.Refused(seen.Type == MediaTypes.Heif
                ? "the picture cannot be decoded here, as most HEIC pictures cannot. Save it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible)."
                : "the picture cannot be decoded; it seems to be broken or cut off.");
        }

        await RemoveLeftoversAsync(cancel);
        return new UploadResult.Stored(item);
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        db.Outbox.Add(new OutboxEntry { DueAt = Now });
        await db.SaveChangesAsync(cancel);
        changes.Announce();
    }

    private async Task RemoveLeftoversAsync(CancellationToken cancel)
    {
        var items = await db.MediaItems.AsNoTracking().Select(m => new { m.Path, m.Hash, m.DeletedAt }).ToListAsync(cancel);
        try
        {
            foreach (var file in items.Where(m => m.DeletedAt is not null).Select(m => folder.FileOf(m.Path)).Where(File.Exists))
            {
                File.Delete(file);
            }

            folder.KeepVariantsOf(items.Where(m => m.DeletedAt is null).Select(m => m.Hash));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nothing leads to them any more; the next time removes them.
        }
    }
}
