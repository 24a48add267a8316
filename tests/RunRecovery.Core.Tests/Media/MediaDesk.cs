using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Tests.Media;

/// <summary>A blog to hand files to, and what became of them.</summary>
public sealed class MediaDesk : IDisposable
{
    private readonly string _inbox;

    public MediaDesk()
    {
        _inbox = Directory.CreateDirectory(Path.Combine(Blog.Folder, "inbox")).FullName;
        Variants = new ImageVariants(Folder);
    }

    public BlogDatabase Blog { get; } = new();
    public MediaFolder Folder => Blog.Services.GetRequiredService<MediaFolder>();
    public ImageVariants Variants { get; }

    public async Task<MediaSaveResult> Save(string path, byte[] content) => (await Save([File(path, content)]))[0];

    public Task<IReadOnlyList<MediaSaveResult>> Save(IReadOnlyList<MediaFile> files) => Blog.Ask<MediaStore, IReadOnlyList<MediaSaveResult>>(store => store.SaveAsync(files));

    public Task<UploadResult> Upload(string name, byte[] content, string? alt = null) =>
        Blog.Ask<MediaUploads, UploadResult>(uploads => uploads.AddAsync(AnUpload(name, content, alt)));

    public async Task<MediaItem> Uploaded(string name, byte[] content, string? alt = null) => Assert.IsType<UploadResult.Stored>(await Upload(name, content, alt)).Item;

    public async Task<string> UploadRefusal(string name, byte[] content) => Assert.IsType<UploadResult.Refused>(await Upload(name, content)).Reason;

    public Task<UploadResult> Replace(MediaItem item, string name, byte[] content) =>
        Blog.Ask<MediaUploads, UploadResult>(uploads => uploads.ReplaceAsync(item.Id, AnUpload(name, content)));

    public Task<bool> Delete(MediaItem item) => Blog.Ask<MediaUploads, bool>(uploads => uploads.DeleteAsync(item.Id));

    /// <summary>Everything that lies in a folder of the blog, below it.</summary>
    public static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)) : [];

    public async Task<string> Refusal(string path, byte[] content) => Assert.IsType<MediaSaveResult.Refused>(await Save(path, content)).Reason;

    public async Task<MediaItem> Stored(string path, byte[] content)
    {
        Assert.IsType<MediaSaveResult.Added>(await Save(path, content));
        return (await Find(path))!;
    }

    public MediaFile File(string path, byte[] content)
    {
        var source = Path.Combine(_inbox, $"{Guid.NewGuid():N}");
        System.IO.File.WriteAllBytes(source, content);
        return new MediaFile(path, source, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private Upload AnUpload(string name, byte[] content, string? alt = null) => new(File("", content).Source, new UploadName(name), OwnerId: 7, alt);

    public Task<MediaItem?> Find(string path) => Blog.Ask<BlogContext, MediaItem?>(db => db.MediaItems.SingleOrDefaultAsync(m => m.Path == path));

    public byte[] BytesOf(string path) => System.IO.File.ReadAllBytes(Folder.FileOf(path));

    public Image PictureOf(string path) => Image.NewFromBuffer(BytesOf(path));

    public void Dispose()
    {
        Variants.Dispose();
        Blog.Dispose();
    }
}
