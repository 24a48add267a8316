using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Media;

/// <summary>Takes in the files of a content folder: verified by content, without the metadata that tells where a runner lives, each whole or not at all.</summary>
public sealed class MediaStore(BlogContext db, MediaFolder folder, BlogChanges changes, TimeProvider clock)
{
    /// <summary>
    /// One result a file, in order. A file whose hash is unchanged is not touched, also where it was replaced or deleted here since. One that
    /// has changed comes in, and back.
    /// </summary>
    public async Task<IReadOnlyList<MediaSaveResult>> SaveAsync(IReadOnlyList<MediaFile> files, CancellationToken cancel = default)
    {
        var known = await db.MediaItems.ToDictionaryAsync(m => m.Path, cancel);
        var results = files.Select(file => Save(file, known)).ToList();
        var isSeen = results.Exists(r => r is MediaSaveResult.Added or MediaSaveResult.Changed);
        if (isSeen)
        {
            db.Outbox.Add(new OutboxEntry { DueAt = clock.GetUtcNow().UtcDateTime });
        }

        await db.SaveChangesAsync(cancel);
        if (isSeen)
        {
            changes.Announce();
            folder.KeepVariantsOf(known.Values.Where(m => m.DeletedAt is null).Select(m => m.Hash));
        }

        db.ChangeTracker.Clear();
        return results;
    }

    private MediaSaveResult Save(MediaFile file, Dictionary<string, MediaItem> known)
    {
        if (MediaReference.Resolve("", file.Path) != file.Path)
        {
            return new MediaSaveResult.Refused("the path leaves the media folder; wanted one such as charts/sleep.png.");
        }

        try
        {
            var before = known.GetValueOrDefault(file.Path);
            return before is not null && IsStored(before, file) ? new MediaSaveResult.Unchanged() : Take(file, before, known);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new MediaSaveResult.Refused($"cannot be stored: {failure.Message}");
        }
    }

    private bool IsStored(MediaItem item, MediaFile file) =>
        (item.Hash == file.Hash || item.SourceHash == file.Hash)
        && (item.DeletedAt is not null || (new FileInfo(folder.FileOf(item.Path)) is { Exists: true } stored && stored.Length == item.Length));

    private MediaSaveResult Take(MediaFile file, MediaItem? before, Dictionary<string, MediaItem> known)
    {
        if (MediaInspection.Look(file.Source, file.Path, out var reason) is not { } seen)
        {
            return new MediaSaveResult.Refused(reason);
        }

        var target = folder.FileOf(file.Path);
        var storedBefore = before is { DeletedAt: null } && File.Exists(target) ? ContentHash.OfFile(target) : null;
        if (!MediaFolder.Place(target, to => MediaContent.Write(file.Source, to, seen)))
        {
            return new MediaSaveResult.Refused("the picture cannot be decoded; it seems to be broken.");
        }

        var stored = ContentHash.OfFile(target);
        var item = before ?? new MediaItem { Path = file.Path, Hash = file.KnownAs ?? stored, ContentType = seen.Type.ContentType, Alt = file.Alt };
        var isSameContent = before is null || stored == storedBefore || file.Hash == item.Hash || file.Hash == item.SourceHash;
        var hash = isSameContent ? item.Hash : stored;
        item.SourceHash = file.Hash == hash ? null : file.Hash;
        if (stored == storedBefore)
        {
            return new MediaSaveResult.Unchanged();
        }

        item.Take(hash, seen.Type, seen, new FileInfo(target).Length, clock.GetUtcNow().UtcDateTime);
        item.DeletedAt = null;
        if (before is not null)
        {
            return new MediaSaveResult.Changed();
        }

        db.MediaItems.Add(item);
        known[file.Path] = item;
        return new MediaSaveResult.Added();
    }
}

/// <param name="Path">Where it goes, below the media folder, with forward slashes.</param>
/// <param name="Source">Where it lies now.</param>
/// <param name="Hash">SHA-256 of its bytes in hexadecimal.</param>
public sealed record MediaFile(string Path, string Source, string Hash)
{
    /// <summary>What its addresses call its content already, where that is not its own hash; see <see cref="MediaItem.Hash"/>.</summary>
    public string? KnownAs { get; init; }

    /// <summary>What it shows, in the words of another blog; see <see cref="MediaItem.Alt"/>.</summary>
    public string? Alt { get; init; }
}

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
