using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content;

/// <summary>Reads <c>runrecovery.yaml</c>. What it does not understand it refuses: a text brought in without its memory would be announced again.</summary>
internal static class BlogMemoryReader
{
    /// <summary>A hundred thousand texts of which something is remembered.</summary>
    private const long MaxBytes = 32 * 1024 * 1024;

    /// <summary>Nothing when the folder has no such file.</summary>
    /// <exception cref="ContentRefusedException">The file is there and cannot be understood.</exception>
    public static BlogMemory Read(ContentFolder folder)
    {
        var path = folder.FullPath(BlogMemory.FileName);
        if (!File.Exists(path))
        {
            return BlogMemory.Nothing;
        }

        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new ContentRefusedException("is a symbolic link; links are not followed, put the file itself here.");
        }

        return Read(YamlHeader.Read(ContentFile.Read(path, MaxBytes).Text, 1));
    }

    private static BlogMemory Read(IReadOnlyList<HeaderEntry> entries)
    {
        var keys = Keys(entries);
        var memory = new BlogMemory
        {
            Id = keys.Text("id") is { } id ? Guid.TryParse(id, out var uuid) ? uuid : throw new ContentRefusedException($"id: '{id}' is no UUID.", 1) : null,
            Texts = Mapping(keys, "texts").ToDictionary(text => text.Key, text => Text(Inside(text))),
            Order = keys.Words("order"),
            Terms = [.. Items(keys, "terms").Select(Term)],
            FormerTerms = [.. Items(keys, "formerTerms").Select(FormerTerm)],
            Media = Mapping(keys, "media").ToDictionary(file => file.Key, Hash),
            MediaAlt = Mapping(keys, "mediaAlt").ToDictionary(file => file.Key, Words),
            Gone = [.. Items(keys, "gone").Select(Gone)],
            GoneMedia = keys.Words("goneMedia"),
        };
        RefuseTheRest(keys);
        return memory;
    }

    private static RememberedText Text(FrontMatterKeys keys)
    {
        var text = new RememberedText
        {
            Id = keys.Text("id"),
            Date = keys.Time(TimeZoneInfo.Utc, "date"),
            UpdatedAt = keys.Time(TimeZoneInfo.Utc, "lastmod"),
            Aliases = keys.Words("aliases"),
            IsPublished = keys.YesNo("published") ?? false,
            Withdrawn = keys.Words("withdrawn"),
        };
        RefuseTheRest(keys);
        return text;
    }

    private static RememberedTerm Term(HeaderEntry item)
    {
        var keys = Inside(item);
        var (kind, name) = Name(keys, item);
        var term = new RememberedTerm(kind, name, Slug(keys), keys.Text("feed"), keys.Time(TimeZoneInfo.Utc, "since"));
        RefuseTheRest(keys);
        return term;
    }

    private static RememberedName FormerTerm(HeaderEntry item)
    {
        var keys = Inside(item);
        var (kind, name) = Name(keys, item);
        var former = new RememberedName(kind, name, Slug(keys), keys.Text("now"));
        RefuseTheRest(keys);
        return former;
    }

    private static RememberedPost Gone(HeaderEntry item)
    {
        var keys = Inside(item);
        foreach (var kind in Enum.GetValues<PostKind>())
        {
            if (keys.Text(kind.ToString()) is { } slug)
            {
                var post = keys.Text("id") is { } id && keys.Time(TimeZoneInfo.Utc, "date") is { } date && Posts.Slug.IsValid(slug)
                    ? new RememberedPost(kind, slug, id, date, keys.Words("addresses"))
                    : throw new ContentRefusedException($"{item.Key}: wanted a slug, an id and a date.", item.Line);
                RefuseTheRest(keys);
                return post;
            }
        }

        throw new ContentRefusedException($"{item.Key}: wanted post, tip or page with a slug.", item.Line);
    }

    private static string Words(HeaderEntry file) =>
        file.Value is HeaderValue.Scalar { Text: { Length: > 0 and <= MediaUploads.MaxAlt } words } ? words : throw new ContentRefusedException($"{file.Key}: wanted at most {MediaUploads.MaxAlt} characters.", file.Line);

    private static (TermKind Kind, string Name) Name(FrontMatterKeys keys, HeaderEntry item)
    {
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            if (keys.Text(kind.ToString()) is { } name)
            {
                return Posts.Slug.From(name).Length > 0 && name.Length <= Taxonomy.Term.MaxNameLength
                    ? (kind, name)
                    : throw new ContentRefusedException($"'{name}' cannot name a category, tag or series.", item.Line);
            }
        }

        throw new ContentRefusedException($"{item.Key}: wanted category, tag or series with a name.", item.Line);
    }

    private static string? Slug(FrontMatterKeys keys) => keys.Text("slug") is not { } slug ? null
        // One with a number may be longer than that of a text.
        : Posts.Slug.From(slug).Length > 0 && slug.Length <= 2 * Posts.Slug.MaxLength && !slug.Any(c => c is '/' or '?' or '#' or '.' || char.IsWhiteSpace(c) || char.IsControl(c)) ? slug
        : throw new ContentRefusedException($"slug: '{slug}' is not allowed; wanted {Posts.Slug.Allowed}.");

    private static string Hash(HeaderEntry file) => file.Value is HeaderValue.Scalar { Text: { Length: 64 } hash } && hash.All(char.IsAsciiHexDigitLower)
        ? hash
        : throw new ContentRefusedException($"{file.Key}: wanted a SHA-256 in hexadecimal.", file.Line);

    private static IReadOnlyList<HeaderEntry> Mapping(FrontMatterKeys keys, string key) => keys.Take(key) switch
    {
        null => [],
        { Value: HeaderValue.Mapping mapping } => mapping.Entries.DistinctBy(entry => entry.Key).Count() == mapping.Entries.Count ? mapping.Entries : throw new ContentRefusedException($"{key}: one is given twice."),
        var other => throw new ContentRefusedException($"{key}: wanted keys inside.", other.Line),
    };

    private static IEnumerable<HeaderEntry> Items(FrontMatterKeys keys, string key) => keys.Take(key) switch
    {
        null => [],
        { Value: HeaderValue.Sequence list } entry => list.Items.Select(item => entry with { Value = item }),
        var other => throw new ContentRefusedException($"{key}: wanted a list.", other.Line),
    };

    private static FrontMatterKeys Inside(HeaderEntry entry) =>
        entry.Value is HeaderValue.Mapping mapping ? Keys(mapping.Entries) : throw new ContentRefusedException($"{entry.Key}: wanted keys inside.", entry.Line);

    private static FrontMatterKeys Keys(IEnumerable<HeaderEntry> entries) => new(entries, (line, reason) => throw new ContentRefusedException(reason, line));

    private static void RefuseTheRest(FrontMatterKeys keys)
    {
        if (keys.Left.FirstOrDefault() is { } unknown)
        {
            throw new ContentRefusedException($"{unknown.Key}: is unknown here; an export of a newer version of the program may have written it.", unknown.Line);
        }
    }
}
