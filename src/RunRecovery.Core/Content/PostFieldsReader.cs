using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Content;

/// <summary>Reads a file as a post: the one place that knows what the keys of front matter mean, ours and those of other tools.</summary>
/// <param name="zone">The site's time zone, for times without one.</param>
public sealed class PostFieldsReader(MarkdownRenderer renderer, TimeZoneInfo zone)
{
    /// <summary>The feed id that a file claims; null when it claims none.</summary>
    /// <exception cref="ContentRefusedException">The header is broken.</exception>
    public static string? IdOf(ContentFile file) => new FrontMatterKeys(FrontMatter.Split(file.Text).Entries, (_, _) => { }).Text(Spellings.Id);

    /// <summary>Null when there are problems.</summary>
    public WrittenPost? Read(ContentPath path, ContentFile file, out IReadOnlyList<ContentProblem> problems)
    {
        List<ContentProblem> found = [];
        problems = found;
        try
        {
            var text = FrontMatter.Split(file.Text);
            var keys = new FrontMatterKeys(text.Entries, (line, reason) => found.Add(new ContentProblem(path.Path, line, reason)));
            var post = Read(path, text, keys);
            return found.Count == 0 ? post : null;
        }
        catch (ContentRefusedException refusal)
        {
            found.Add(new ContentProblem(path.Path, refusal));
            return null;
        }
    }

    private WrittenPost Read(ContentPath path, FrontMatter text, FrontMatterKeys keys)
    {
        var name = WrittenName.Of(path.Name);
        var (title, markdown) = TitleAndMarkdown(keys, text.Body, name);
        var (slug, oldAddress) = SlugAndOldAddress(path, keys, name);
        var reviewed = NestedKeys.Reviewed(keys);

        var fields = new PostFields
        {
            Kind = path.Kind,
            Title = title,
            Slug = slug,
            Markdown = markdown.TrimStart('\n'),
            FeedId = keys.Text(Spellings.Id),
            // Before the date, because 'published' may be either.
            Draft = path.IsDraft | SaysDraft(keys),
            Date = keys.Time(zone, Spellings.Date) ?? DayOf(name),
            UpdatedAt = keys.Time(zone, Spellings.UpdatedAt),
            ExpiresAt = keys.Time(zone, Spellings.ExpiresAt),
            Aliases = Aliases(keys, oldAddress),
            Categories = keys.Words(Spellings.Categories),
            Tags = Tags(keys),
            Series = Series(keys),
            SeriesOrder = keys.Number(Spellings.SeriesOrder),
            Description = keys.Text(Spellings.Description),
            Summary = keys.Text(Spellings.Summary),
            Image = NestedKeys.Image(keys, path.Folder),
            Video = NestedKeys.Video(keys, path.Folder),
            Author = NestedKeys.Author(keys),
            Featured = Featured(keys),
            Language = keys.Text(Spellings.Language),
            CanonicalUrl = keys.Text(Spellings.CanonicalUrl),
            Comments = keys.YesNo(Spellings.Comments) ?? true,
            Sources = keys.Words(Spellings.Sources),
            ReviewedOn = reviewed.On,
            ReviewedBy = reviewed.By,
            Phase = path.Kind == PostKind.Tip ? keys.Text(Spellings.Phase) : null,
            AppliesTo = path.Kind == PostKind.Tip ? keys.Text(Spellings.AppliesTo) : null,
            Grade = path.Kind == PostKind.Tip ? keys.Text(Spellings.Grade) : null,
        };

        var bodyLine = text.BodyLine + markdown.Length - fields.Markdown.Length;
        return new WrittenPost(fields with { UnknownFrontMatter = YamlText.Of(keys.Left) }, bodyLine, keys.Lines) { Unknown = [.. keys.Left] };
    }

    private (string Title, string Markdown) TitleAndMarkdown(FrontMatterKeys keys, string body, WrittenName name)
    {
        if (keys.Find("title") is { } written)
        {
            if (written.Value is HeaderValue.Scalar scalar && string.IsNullOrWhiteSpace(scalar.Text))
            {
                keys.Problem(written, "is empty; wanted the title, or no such line where the first # heading is the title.");
            }

            return (keys.Text("title") ?? "", body);
        }

        return FirstHeading.Find(body) is { } found
            ? (PlainText(found.Heading), found.Remaining)
            : (name.Title, body);
    }

    private string PlainText(string heading)
    {
        try
        {
            var plain = renderer.Render(heading, RenderContext.Alone).Headings is [var first, ..] ? first.Text : null;
            return string.IsNullOrWhiteSpace(plain) ? heading.Trim('#', ' ', '\t') : plain;
        }
        catch (RenderRefusedException refusal)
        {
            throw new ContentRefusedException($"the first # heading cannot be the title: {refusal.Message}");
        }
    }

    private static (string Slug, string? OldAddress) SlugAndOldAddress(ContentPath path, FrontMatterKeys keys, WrittenName name)
    {
        // Jekyll's patterns, such as /:year/:title/, are no addresses.
        var address = keys.TakeIf(value => value is HeaderValue.Scalar scalar && !scalar.Text.Contains("/:", StringComparison.Ordinal), "permalink", "url");
        var written = address is null ? null : keys.TextOf(address);
        var oldAddress = written is ['/', not '/', ..] ? written : null;
        var slug = keys.Text("slug") ?? LastPart(written) ?? name.Slug;
        return (slug, oldAddress is not null && oldAddress.TrimEnd('/') == PostAddress.Of(path.Kind, slug) ? null : oldAddress);
    }

    private static string? LastPart(string? address)
    {
        var path = address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : address;
        var last = path?.TrimEnd('/').Split('/')[^1];
        var slug = Slug.From(Uri.UnescapeDataString(Path.ChangeExtension(last, null) ?? ""));
        return slug.Length == 0 ? null : slug;
    }

    /// <summary>Who says anywhere that a text is not to be published, means it.</summary>
    private static bool SaysDraft(FrontMatterKeys keys)
    {
        var isDraft = keys.YesNo(Spellings.Draft[0]) ?? false;
        var isHeldBack = keys.TakeIf(value => value is HeaderValue.Scalar { Text: var status } && status.Trim().Equals("draft", StringComparison.OrdinalIgnoreCase), Spellings.Draft[3]) is not null;
        foreach (var key in Spellings.Draft[1..3])
        {
            isHeldBack |= keys.TakeIf(value => FrontMatterKeys.YesOrNo(value) is not null, key) is { } entry && FrontMatterKeys.YesOrNo(entry.Value) == false;
        }

        return isDraft || isHeldBack;
    }

    private DateTime? DayOf(WrittenName name) => name.Day is null
        ? null
        : WrittenTime.Parse(name.Day, zone) ?? throw new ContentRefusedException($"'{name.Day}' in the file's name is no day that exists.");

    /// <summary>Obsidian lists other names of a note under the same key; they are no addresses.</summary>
    private static List<string> Aliases(FrontMatterKeys keys, string? oldAddress)
    {
        List<string> aliases = oldAddress is null ? [] : [oldAddress];
        while (keys.Take(Spellings.Aliases) is { } entry)
        {
            var words = keys.WordsOf(entry).ToLookup(word => word.StartsWith('/'));
            aliases.AddRange(words[true]);
            keys.Keep(entry, "names", words[false]);
        }

        return [.. aliases.Distinct()];
    }

    /// <summary>Jekyll separates tags with spaces, others with commas, where they are written as one text; Obsidian puts # before each.</summary>
    private static List<string> Tags(FrontMatterKeys keys)
    {
        List<string> tags = [];
        while (keys.Take(Spellings.Tags) is { } entry)
        {
            var isOneText = entry.Value is HeaderValue.Scalar && entry.Key.EndsWith("s", StringComparison.OrdinalIgnoreCase);
            tags.AddRange(keys.WordsOf(entry).SelectMany(word => !isOneText ? [word] : word.Contains(',', StringComparison.Ordinal) ? word.Split(',') : word.Split(' ')));
        }

        return [.. tags.Select(tag => tag.Trim().TrimStart('#')).Where(tag => tag.Length > 0).Distinct()];
    }

    private static string? Series(FrontMatterKeys keys)
    {
        if (keys.Take(Spellings.Series) is not { } entry)
        {
            return null;
        }

        var names = keys.WordsOf(entry).ToList();
        keys.Keep(entry, "others", names.Skip(1));
        return names.FirstOrDefault();
    }

    private static bool Featured(FrontMatterKeys keys)
    {
        if (keys.Take(Spellings.Featured) is not { } entry)
        {
            return false;
        }

        var isPinned = FrontMatterKeys.WholeNumber(entry.Value) is { } number ? number != 0 : FrontMatterKeys.YesOrNo(entry.Value);
        if (isPinned is null)
        {
            keys.Problem(entry, "wanted true, false or a number.");
        }

        return isPinned ?? false;
    }
}
