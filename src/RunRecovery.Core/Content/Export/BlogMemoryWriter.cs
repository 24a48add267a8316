using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content.Export;

/// <summary>Writes <c>runrecovery.yaml</c>: what <see cref="BlogMemoryReader"/> reads, the other way round.</summary>
internal static class BlogMemoryWriter
{
    private const string Opening = """
        # What this blog remembers and its texts do not say. Written by the command export, read by the command import.
        # Keep it with the texts: with it, subscribers are told nothing twice, and no link breaks.

        """;

    public static string Write(BlogMemory memory)
    {
        IEnumerable<HeaderEntry> entries =
        [
            .. memory.Id is { } id ? Plain("id", id.ToString()) : [],
            .. Mapping("texts", memory.Texts.Select(text => new HeaderEntry(text.Key, new HeaderValue.Mapping([.. Entries(text.Value)]), 0))),
            .. List("order", memory.Order.Select(Scalar)),
            .. List("terms", memory.Terms.Select(term => new HeaderValue.Mapping(
                [.. Name(term.Kind, term.Name), .. Text("slug", term.Slug), .. Text("feed", term.FeedName), .. Time("since", term.Since)]))),
            .. List("formerTerms", memory.FormerTerms.Select(term => new HeaderValue.Mapping([.. Name(term.Kind, term.Name), .. Text("slug", term.Slug), .. Text("now", term.Now)]))),
            .. Mapping("media", memory.Media.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => Text(file.Key, file.Value))),
            .. Mapping("mediaAlt", memory.MediaAlt.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => Text(file.Key, file.Value))),
            .. List("gone", memory.Gone.Select(post => new HeaderValue.Mapping(
                [.. Text(post.Kind.ToString().ToLowerInvariant(), post.Slug), .. Text("id", post.Id), .. Time("date", post.Date), .. List("addresses", post.Addresses.Select(Scalar))]))),
            .. List("goneMedia", memory.GoneMedia.Select(Scalar)),
        ];
        return Opening + string.Concat(entries.Select(entry => $"{YamlText.Written(entry)}\n"));
    }

    private static IEnumerable<HeaderEntry> Entries(RememberedText text) =>
    [
        .. Text("id", text.Id),
        .. Time("date", text.Date),
        .. Time("lastmod", text.UpdatedAt),
        .. List("aliases", text.Aliases.Select(Scalar)),
        .. text.IsPublished ? Plain("published", "true") : [],
        .. List("withdrawn", text.Withdrawn.Select(Scalar)),
    ];

    private static IEnumerable<HeaderEntry> Name(TermKind kind, string name) => Text(kind.ToString().ToLowerInvariant(), name);

    private static IEnumerable<HeaderEntry> Text(string key, string? value) => value is null ? [] : [new HeaderEntry(key, Scalar(value), 0)];

    private static IEnumerable<HeaderEntry> Time(string key, DateTime? value) => value is null ? [] : Plain(key, WrittenTime.Write(value.Value));

    private static IEnumerable<HeaderEntry> Plain(string key, string value) => [new HeaderEntry(key, new HeaderValue.Scalar(value, IsText: false), 0)];

    private static IEnumerable<HeaderEntry> Mapping(string key, IEnumerable<HeaderEntry> entries) => entries.Any() ? [new HeaderEntry(key, new HeaderValue.Mapping([.. entries]), 0)] : [];

    private static IEnumerable<HeaderEntry> List(string key, IEnumerable<HeaderValue> items) => items.Any() ? [new HeaderEntry(key, new HeaderValue.Sequence([.. items]), 0)] : [];

    private static HeaderValue Scalar(string text) => new HeaderValue.Scalar(text, IsText: true);
}
