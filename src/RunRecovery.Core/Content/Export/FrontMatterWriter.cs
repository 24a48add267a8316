using System.Globalization;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content.Export;

/// <summary>Says in front matter what a post has: what <see cref="PostFieldsReader"/> reads, the other way round. Its keys in their order, and nothing that need not be said.</summary>
internal static class FrontMatterWriter
{
    public static IReadOnlyList<HeaderEntry> EntriesOf(PostFields fields) =>
    [
        .. Text(Spellings.Id, fields.FeedId),
        .. Text(Spellings.Title, fields.Title),
        .. Text(Spellings.Slug, fields.Slug),
        .. Time(Spellings.Date, fields.Date),
        .. Time(Spellings.UpdatedAt, fields.UpdatedAt),
        .. Time(Spellings.ExpiresAt, fields.ExpiresAt),
        .. fields.Draft ? Plain(Spellings.Draft, "true") : [],
        .. Words(Spellings.Aliases, fields.Aliases),
        .. Words(Spellings.Categories, fields.Categories),
        .. Words(Spellings.Tags, fields.Tags),
        .. Text(Spellings.Series, fields.Series),
        .. fields is { Series: not null, SeriesOrder: { } order } ? Plain(Spellings.SeriesOrder, order.ToString(CultureInfo.InvariantCulture)) : [],
        .. Text(Spellings.Phase, fields.Phase),
        .. Text(Spellings.AppliesTo, fields.AppliesTo),
        .. Text(Spellings.Grade, fields.Grade),
        .. Text(Spellings.Description, fields.Description),
        .. Text(Spellings.Summary, fields.Summary),
        .. Parts(Spellings.Image, fields.Image is { } image ? [.. Text(["src"], image.Src), .. Text(["alt"], image.Alt), .. Text(["caption"], image.Caption)] : []),
        .. Parts(Spellings.Video, fields.Video is { } video ?
        [
            .. Text(["url"], video.Url), .. Text(["poster"], video.Poster), .. Text(["captions"], video.Captions),
            .. Text(["transcript"], video.Transcript), .. Text(["duration"], video.Duration),
        ] : []),
        .. Text(Spellings.Author, fields.Author),
        .. fields.Featured ? Plain(Spellings.Featured, "true") : [],
        .. Text(Spellings.Language, fields.Language),
        .. Text(Spellings.CanonicalUrl, fields.CanonicalUrl),
        .. fields.Comments ? [] : Plain(Spellings.Comments, "false"),
        .. Words(Spellings.Sources, fields.Sources),
        .. Parts(Spellings.Reviewed, [.. fields.ReviewedOn is { } day ? Plain(["date"], WrittenTime.Write(day)) : [], .. Text(["by"], fields.ReviewedBy)]),
    ];

    private static IEnumerable<HeaderEntry> Entry(string[] spellings, HeaderValue value) => [new HeaderEntry(spellings[0], value, 0)];

    private static IEnumerable<HeaderEntry> Plain(string[] spellings, string value) => Entry(spellings, new HeaderValue.Scalar(value, IsText: false));

    private static IEnumerable<HeaderEntry> Text(string[] spellings, string? value) => value is null ? [] : Entry(spellings, new HeaderValue.Scalar(value, IsText: true));

    private static IEnumerable<HeaderEntry> Time(string[] spellings, DateTime? value) => value is null ? [] : Plain(spellings, WrittenTime.Write(value.Value));

    private static IEnumerable<HeaderEntry> Words(string[] spellings, IReadOnlyList<string> words) =>
        words.Count == 0 ? [] : Entry(spellings, new HeaderValue.Sequence([.. words.Select(word => new HeaderValue.Scalar(word, IsText: true))]));

    private static IEnumerable<HeaderEntry> Parts(string[] spellings, IReadOnlyList<HeaderEntry> parts) => parts.Count == 0 ? [] : Entry(spellings, new HeaderValue.Mapping(parts));
}
