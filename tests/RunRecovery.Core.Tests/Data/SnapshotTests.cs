using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Data;

/// <summary>A server of which nobody tells what an import in another process saves.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly BlogDatabase _blog = new();
    private readonly BlogChanges _untold = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Posts_of_another_process_are_found_after_ten_seconds()
    {
        var directory = new PostDirectory(_blog.Services.GetRequiredService<IServiceScopeFactory>(), _untold, _blog.Clock);
        Assert.Null(directory.FindAddress("About easy"));

        await _blog.Save(BlogDatabase.APost("easy"));
        Assert.Null(directory.FindAddress("About easy"));
        _blog.Clock.Advance(PostDirectory.Lifetime);

        Assert.Equal("/posts/easy", directory.FindAddress("About easy"));
    }

    [Fact]
    public async Task Media_of_another_process_are_found_after_ten_seconds()
    {
        var library = new MediaLibrary(_blog.Services.GetRequiredService<IServiceScopeFactory>(), _untold, _blog.Clock);
        var source = Path.Combine(_blog.Folder, "plan.txt");
        await File.WriteAllTextAsync(source, "Easy days.");
        Assert.Null(library.Find("plan.txt"));

        await _blog.Ask<MediaStore, object>(async store => await store.SaveAsync([new MediaFile("plan.txt", source, new string('a', 64))]));
        _blog.Clock.Advance(MediaLibrary.Lifetime);
        Assert.NotNull(library.Find("plan.txt"));
        _blog.Clock.Advance(TimeSpan.FromSeconds(1));
        await _blog.Ask<MediaStore, object>(async store => await store.SaveAsync([new MediaFile("plan.txt", source, new string('b', 64))]));
        _blog.Clock.Advance(MediaLibrary.Lifetime);

        Assert.Equal(new string('b', 64), library.Find("plan.txt")!.Hash);
    }
}
