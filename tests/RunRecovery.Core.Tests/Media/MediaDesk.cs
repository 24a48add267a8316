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
    private readonly BlogDatabase _blog = new();
    private readonly string _inbox;

    public MediaDesk()
    {
        _inbox = Directory.CreateDirectory(Path.Combine(_blog.Folder, "inbox")).FullName;
        Variants = new ImageVariants(Folder);
    }

    public MediaFolder Folder => _blog.Services.GetRequiredService<MediaFolder>();
    public ImageVariants Variants { get; }

    public async Task<MediaSaveResult> Save(string path, byte[] content) => (await Save([File(path, content)]))[0];

    public Task<IReadOnlyList<MediaSaveResult>> Save(IReadOnlyList<MediaFile> files) => _blog.Ask<MediaStore, IReadOnlyList<MediaSaveResult>>(store => store.SaveAsync(files));

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

    public Task<MediaItem?> Find(string path) => _blog.Ask<BlogContext, MediaItem?>(db => db.MediaItems.SingleOrDefaultAsync(m => m.Path == path));

    public byte[] BytesOf(string path) => System.IO.File.ReadAllBytes(Folder.FileOf(path));

    public Image PictureOf(string path) => Image.NewFromBuffer(BytesOf(path));

    public void Dispose()
    {
        Variants.Dispose();
        _blog.Dispose();
    }
}
