using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Media;

/// <summary>All media files with where they are used, for whoever looks for one.</summary>
public sealed class MediaShelf(MediaLibrary library, MediaUses uses)
{
    public const int PageSize = 48;

    /// <summary>Newest first.</summary>
    public async Task<PageOf<ShelvedItem>> FindAsync(MediaSearch search, int page, CancellationToken cancel = default)
    {
        var usesOf = await uses.ByPathAsync(cancel);
        var found = library.All.Where(item => search.Fits(item, usesOf[item.Path])).OrderByDescending(m => m.SavedAt).ThenByDescending(m => m.Id).ToList();
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).Select(item => new ShelvedItem(item, [.. usesOf[item.Path]]));
        return new PageOf<ShelvedItem>([.. shown], page, PageSize, found.Count);
    }
}

public sealed record ShelvedItem(MediaItem Item, IReadOnlyList<MediaUse> Uses);
