using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Media;

/// <summary>
/// Which texts use which files. The renderer itself is asked, because only it knows what a text means; what it asked for is kept until the
/// text changes, or the answer to one of its questions.
/// </summary>
public sealed class MediaUses(IServiceScopeFactory scopes, MarkdownRenderer renderer, MediaLibrary library, PostDirectory directory) : IDisposable
{
    /// <summary>Texts held in memory at a time.</summary>
    private const int BatchSize = 100;

    private readonly SemaphoreSlim _one = new(1);
    private Dictionary<(int Source, int Id), Reading> _known = [];

    /// <summary>Every kind of text in which files may be used: posts, and what is being written. A further kind is a line here.</summary>
    private static IReadOnlyList<Source> Sources(BlogContext db) => [Posts(db), WorkingCopies(db)];

    private static Source Posts(BlogContext db)
    {
        var posts = db.Posts.AsNoTracking();
        return new(posts.Select(p => new TextVersion(p.Id, p.Version, null)), async (ids, cancel) => await posts.Where(p => ids.Contains(p.Id)).Select(p => new UsingText
        {
            PostId = p.Id,
            Version = new TextVersion(p.Id, p.Version, null),
            Kind = p.Kind,
            Slug = p.Slug,
            Title = p.Title,
            PublishedAt = p.PublishedAt,
            Markdown = p.Markdown,
            Image = p.Image,
            Video = p.Video,
        }).ToListAsync(cancel));
    }

    private static Source WorkingCopies(BlogContext db)
    {
        var copies = db.WorkingCopies.AsNoTracking();
        return new(copies.Select(c => new TextVersion(c.Id, c.PostVersion, c.Stamp)), async (ids, cancel) =>
        {
            var found = await copies.Where(c => ids.Contains(c.Id)).Select(c => new { Copy = c, c.Post!.Kind, c.Post.Slug, c.Post.Title, c.Post.PublishedAt }).ToListAsync(cancel);
            return [.. found.Select(c => (c, Fields: c.Copy.Read())).Select(c => new UsingText
            {
                PostId = c.c.Copy.PostId,
                Version = new TextVersion(c.c.Copy.Id, c.c.Copy.PostVersion, c.c.Copy.Stamp),
                Kind = c.c.Kind,
                Slug = c.c.Slug,
                Title = c.c.Title,
                PublishedAt = c.c.PublishedAt,
                Markdown = c.Fields.Markdown,
                Image = c.Fields.Image,
                Video = c.Fields.Video,
            })];
        });
    }

    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaItem item, CancellationToken cancel = default) => [.. (await ByPathAsync(cancel))[item.Path]];

    /// <summary>By the path of the file; each post once.</summary>
    public async Task<ILookup<string, MediaUse>> ByPathAsync(CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            _known = await ReadAsync(cancel);
            return _known.Values.SelectMany(reading => reading.Found, (reading, path) => (path, reading.Use)).Distinct().OrderBy(use => use.Use.Title, StringComparer.CurrentCulture)
                .ToLookup(use => use.path, use => use.Use);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Dictionary<(int Source, int Id), Reading>> ReadAsync(CancellationToken cancel)
    {
        var readings = new Dictionary<(int Source, int Id), Reading>();
        var (files, folders) = (library.Current, directory.Current.Folders);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var (number, source) in Sources(scope.ServiceProvider.GetRequiredService<BlogContext>()).Index())
        {
            var toRead = new List<int>();
            foreach (var text in await source.Versions.ToListAsync(cancel))
            {
                if (_known.TryGetValue((number, text.Id), out var known) && known.IsTrue(text, folders.GetValueOrDefault(known.Use.PostId), files))
                {
                    readings[(number, text.Id)] = known;
                }
                else
                {
                    toRead.Add(text.Id);
                }
            }

            foreach (var batch in toRead.Chunk(BatchSize))
            {
                foreach (var text in await source.ReadAsync(batch, cancel))
                {
                    readings[(number, text.Version.Id)] = Read(text, folders.GetValueOrDefault(text.PostId), files);
                }
            }
        }

        return readings;
    }

    private Reading Read(UsingText text, string? folder, Dictionary<string, MediaItem> files)
    {
        var asked = new Dictionary<string, bool>();
        var context = new RenderContext { Address = "", Folder = folder, FindMedia = Ask, Title = text.Title, Video = text.Video };
        try
        {
            renderer.Render(text.Markdown, context.NotAccepted);
        }
        catch (RenderRefusedException)
        {
            // Rather too many than one too few: the file might be deleted.
            foreach (var path in files.Keys.Where(path => text.Markdown.Contains(Path.GetFileNameWithoutExtension(path), StringComparison.Ordinal)))
            {
                Ask(path);
            }
        }

        foreach (var path in text.Fields.Select(field => MediaReference.Find(folder, field, out _)).OfType<string>())
        {
            Ask(path);
        }

        return new Reading(text.Version, folder, asked, new MediaUse(text.PostId, text.Kind, text.Slug, text.Title, text.PublishedAt));

        MediaItem? Ask(string path)
        {
            var item = files.GetValueOrDefault(path);
            asked[path] = item is not null;
            return item;
        }
    }

    /// <param name="Asked">The files that the text asked for, and whether they were there.</param>
    private sealed record Reading(TextVersion Version, string? Folder, IReadOnlyDictionary<string, bool> Asked, MediaUse Use)
    {
        public IEnumerable<string> Found => Asked.Where(answer => answer.Value).Select(answer => answer.Key);

        public bool IsTrue(TextVersion version, string? folder, Dictionary<string, MediaItem> files) =>
            version == Version && folder == Folder && Asked.All(answer => files.ContainsKey(answer.Key) == answer.Value);
    }

    private sealed record Source(IQueryable<TextVersion> Versions, Func<IReadOnlyCollection<int>, CancellationToken, Task<IReadOnlyList<UsingText>>> ReadAsync);
}
