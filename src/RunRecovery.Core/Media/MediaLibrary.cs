using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Media;

/// <summary>All media files that are there by their path, for rendering and serving without a query each.</summary>
public sealed class MediaLibrary(IServiceScopeFactory scopes, BlogChanges changes) : Snapshot<Dictionary<string, MediaItem>>(scopes, changes)
{
    public IReadOnlyCollection<MediaItem> All => Current.Values;

    public MediaItem? Find(string path) => Current.GetValueOrDefault(path);

    public MediaItem? Find(int id) => Current.Values.FirstOrDefault(item => item.Id == id);

    protected override Dictionary<string, MediaItem> Read(BlogContext db) => db.MediaItems.AsNoTracking().Where(m => m.DeletedAt == null).ToDictionary(m => m.Path);
}
