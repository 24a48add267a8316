using System.Xml;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Rendering;

/// <summary>What belongs to a film: each part as the front matter names it, else the file of ours that lies beside the film under its name.</summary>
internal sealed record FilmParts
{
    private static readonly string[] PosterTypes = [".png", ".jpg", ".jpeg", ".webp"];

    public MediaItem? Poster { get; private init; }
    public MediaItem? Captions { get; private init; }
    public MediaItem? Transcript { get; private init; }

    /// <summary>As readers read it, such as <c>0:40</c>.</summary>
    public string? Duration { get; private init; }

    /// <param name="named">What the front matter says, where the film is the post's video.</param>
    public static FilmParts Of(Film film, PostVideo? named, Surroundings surroundings)
    {
        return new FilmParts
        {
            Poster = Named(named?.Poster) is { Width: not null } picture ? picture : PosterTypes.Select(Beside).FirstOrDefault(found => found is not null),
            Captions = Named(named?.Captions) is { ContentType: "text/vtt" } track ? track : Beside(".vtt"),
            Transcript = Named(named?.Transcript) ?? Beside(".txt"),
            Duration = named?.Duration is { } written ? InWords(written) : null,
        };

        MediaItem? Named(string? address) => address is null ? null : surroundings.Media(address);

        MediaItem? Beside(string ending) => film is Film.Ours ours ? surroundings.Context.FindMedia(ours.Stem + ending) : null;
    }

    private static string? InWords(string written)
    {
        try
        {
            var time = XmlConvert.ToTimeSpan(written);
            return time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}" : $"{time:m\\:ss}";
        }
        catch (Exception notADuration) when (notADuration is FormatException or OverflowException)
        {
            return null;
        }
    }
}
