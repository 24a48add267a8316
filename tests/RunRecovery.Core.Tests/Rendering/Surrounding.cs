using RunRecovery.Core.Media;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Tests.Rendering;

/// <summary>The small blog around the texts of these tests.</summary>
internal static class Surrounding
{
    private static readonly MediaItem[] Media =
    [
        Item("charts/sleep.png", "image/png", 1000, 500), Item("posts/bundle/here.jpg", "image/jpeg", 640, 480),
        Item("video/film.mp4", "video/mp4"), Item("video/film.webm", "video/webm"), Item("video/film.png", "image/png", 1280, 720),
        Item("video/film.vtt", "text/vtt"), Item("video/film.txt", "text/plain"),
        Item("named/poster.png", "image/png", 800, 600), Item("named/captions.vtt", "text/vtt"), Item("named/said.txt", "text/plain"), Item("named/lone.mp4", "video/mp4"),
    ];

    public static RenderContext Of(string folder = "posts") => new()
    {
        Address = "/posts/this",
        Folder = folder,
        FindText = name => name is "posts/other.md" or "Other title" ? "/posts/other" : null,
        FindMedia = path => Media.FirstOrDefault(m => m.Path == path),
    };

    private static MediaItem Item(string path, string type, int? width = null, int? height = null) =>
        new() { Path = path, Hash = "0123456789abcdef", ContentType = type, Width = width, Height = height };
}
