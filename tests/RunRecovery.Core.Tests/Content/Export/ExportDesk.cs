using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Content.Export;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Content.Export;

/// <summary>A blog, the folder it imports from, and one it is exported to.</summary>
public sealed class ExportDesk : IDisposable
{
    public BlogDatabase Blog { get; } = new();
    public ContentOnDisk Content { get; } = new();
    public ContentOnDisk Target { get; } = new();

    public Task<ImportReport> Import(ContentOnDisk? from = null) => Blog.Services.GetRequiredService<ContentImporter>().ImportAsync((from ?? Content).Root);

    public Task<ExportReport> Export(string? to = null) => Blog.Services.GetRequiredService<ContentExporter>().ExportAsync(to ?? Target.Root, Blog.Folder, Content.Root);

    /// <summary>The file as it was exported.</summary>
    public async Task<string> Exported(string path)
    {
        Assert.Empty((await Export()).Problems);
        return TextOf(Target, path);
    }

    public async Task Edit(string slug, Func<PostFields, PostFields> change)
    {
        Blog.Clock.Advance(TimeSpan.FromMinutes(1));
        var post = await Post(slug);
        Assert.IsType<SaveResult.Saved>(await Blog.Save(change(PostFields.Of(post)), post.Id, post.Version));
    }

    public Task<Post> Post(string slug) => Blog.Ask<BlogContext, Post>(db =>
        db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).AsSplitQuery().SingleAsync(p => p.Slug == slug));

    public static string TextOf(ContentOnDisk folder, string path) => File.ReadAllText(Path.Combine(folder.Root, path));

    public static IEnumerable<string> FilesIn(ContentOnDisk folder) =>
        Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Root, file)).Order(StringComparer.Ordinal);

    public void Dispose()
    {
        Target.Dispose();
        Content.Dispose();
        Blog.Dispose();
    }
}
