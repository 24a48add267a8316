using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Media;

/// <summary>What somebody looks for among the media files.</summary>
/// <param name="Words">Each stands in the name, the alternative text, or the title of a text that uses the file, in any spelling.</param>
public sealed record MediaSearch(string? Words = null, MediaKind? Kind = null, bool WithoutAlt = false, bool Unused = false)
{
    internal bool Fits(MediaItem item, IEnumerable<MediaUse> uses) =>
        (Kind is null || item.Kind == Kind)
        && (!WithoutAlt || item is { Kind: MediaKind.Picture, Alt: null })
        && (!Unused || !uses.Any())
        && FitsWords(item, uses);

    private bool FitsWords(MediaItem item, IEnumerable<MediaUse> uses)
    {
        if (string.IsNullOrWhiteSpace(Words))
        {
            return true;
        }

        var text = Slug.Fold(string.Join(' ', [item.Path, item.Alt ?? "", .. uses.Select(use => use.Title)]));
        return Slug.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
