using System.Globalization;
using System.Text.Json;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Writing;

/// <summary>The fields of a post as a form has them: all text, so that whatever an author typed comes back, also when it cannot be understood.</summary>
public sealed class PostForm
{
    /// <summary>Of a text, and of what it began from beside it. More is refused by the server before it is read.</summary>
    public const int MaxLength = 3 * WorkingCopies.MaxBytes;

    public const int MaxRequest = 2 * MaxLength;

    public PostKind Kind { get; set; }
    public string? Title { get; set; }
    public string? Slug { get; set; }
    public string? Markdown { get; set; }
    public string? Description { get; set; }
    public string? Summary { get; set; }
    public string? Categories { get; set; }
    public string? Tags { get; set; }
    public string? Series { get; set; }
    public string? SeriesOrder { get; set; }
    public string? ImageSrc { get; set; }
    public string? ImageAlt { get; set; }
    public string? ImageCaption { get; set; }
    public string? VideoUrl { get; set; }
    public string? VideoPoster { get; set; }
    public string? VideoCaptions { get; set; }
    public string? VideoTranscript { get; set; }
    public string? VideoDuration { get; set; }
    public string? Author { get; set; }
    public bool Featured { get; set; }
    public string? Language { get; set; }
    public string? CanonicalUrl { get; set; }
    public string? Sources { get; set; }
    public string? ReviewedOn { get; set; }
    public string? ReviewedBy { get; set; }
    public string? ExpiresAt { get; set; }
    public string? Phase { get; set; }
    public string? AppliesTo { get; set; }
    public string? Grade { get; set; }

    /// <summary>Of what the author saw; see <see cref="KeptText"/>.</summary>
    public string? Stamp { get; set; }

    /// <summary>The fields under that stamp, as JSON.</summary>
    public string? Start { get; set; }

    public int? CopyId { get; set; }
    public string? Window { get; set; }
    public long Tick { get; set; }

    /// <param name="zone">Times in the form are in the site's time zone.</param>
    public static PostForm Of(PostFields fields, TimeZoneInfo zone) => new()
    {
        Kind = fields.Kind,
        Title = fields.Title,
        Slug = fields.Slug,
        Markdown = fields.Markdown,
        Description = fields.Description,
        Summary = fields.Summary,
        Categories = WordList.Join(fields.Categories),
        Tags = WordList.Join(fields.Tags),
        Series = fields.Series,
        SeriesOrder = fields.SeriesOrder?.ToString(CultureInfo.InvariantCulture),
        ImageSrc = fields.Image?.Src,
        ImageAlt = fields.Image?.Alt,
        ImageCaption = fields.Image?.Caption,
        VideoUrl = fields.Video?.Url,
        VideoPoster = fields.Video?.Poster,
        VideoCaptions = fields.Video?.Captions,
        VideoTranscript = fields.Video?.Transcript,
        VideoDuration = fields.Video?.Duration,
        Author = fields.Author,
        Featured = fields.Featured,
        Language = fields.Language,
        CanonicalUrl = fields.CanonicalUrl,
        Sources = WordList.Join(fields.Sources),
        ReviewedOn = fields.ReviewedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ReviewedBy = fields.ReviewedBy,
        ExpiresAt = fields.ExpiresAt is { } end ? SiteTime.ForField(end, zone) : null,
        Phase = fields.Phase,
        AppliesTo = fields.AppliesTo,
        Grade = fields.Grade,
        Start = PostFieldsJson.Write(fields),
    };

    public static PostForm Of(OpenText open, TimeZoneInfo zone)
    {
        var form = Of(open.Fields, zone);
        (form.Stamp, form.CopyId) = (open.Stamp, open.Copy?.Id);
        return form;
    }

    /// <summary>Pages stand in no list by topic.</summary>
    internal bool HasTopics => Kind != PostKind.Page;

    internal bool HasTipFields => Kind == PostKind.Tip;

    /// <summary>
    /// What the author set. What was not touched stays as it was, though the form may show it in another spelling; so does what this form has
    /// no field for, and what cannot be understood, which is a problem.
    /// </summary>
    public PostFields Read(TimeZoneInfo zone, out IReadOnlyList<string> problems)
    {
        List<string> found = [];
        problems = found;
        var start = (StartFields() ?? new PostFields { Kind = Kind, Title = "", Slug = "", Markdown = "", Draft = true }) with { Kind = Kind };
        var shown = Of(start, zone);
        return start with
        {
            Title = Set(f => f.Title, start.Title, title => title ?? ""),
            Slug = Set(f => f.Slug, start.Slug, slug => slug?.Trim() ?? ""),
            Markdown = Written(Markdown) ?? "",
            Description = Set(f => f.Description, start.Description, Text, hasLines: true),
            Summary = Set(f => f.Summary, start.Summary, Text, hasLines: true),
            Categories = HasTopics ? Set(f => f.Categories, start.Categories, WordList.Split) : start.Categories,
            Tags = HasTopics ? Set(f => f.Tags, start.Tags, WordList.Split) : start.Tags,
            Series = HasTopics ? Set(f => f.Series, start.Series, Text) : start.Series,
            SeriesOrder = HasTopics ? Set(f => f.SeriesOrder, start.SeriesOrder, Understand(IsNumber, start.SeriesOrder, "series order: '{0}' is no number; wanted one such as 3.")) : start.SeriesOrder,
            Image = Image(start.Image),
            Video = Video(start.Video),
            Author = Set(f => f.Author, start.Author, Text),
            Featured = Featured,
            Language = Set(f => f.Language, start.Language, Text),
            CanonicalUrl = Set(f => f.CanonicalUrl, start.CanonicalUrl, Text),
            Sources = Set(f => f.Sources, start.Sources, WordList.Split),
            ReviewedOn = Set(f => f.ReviewedOn, start.ReviewedOn, Understand(IsDay, start.ReviewedOn, "reviewed on: '{0}' is no day; wanted one such as 2026-11-24.")),
            ReviewedBy = Set(f => f.ReviewedBy, start.ReviewedBy, Text),
            ExpiresAt = Set(f => f.ExpiresAt, start.ExpiresAt, Understand(IsTime, start.ExpiresAt, "hidden from: '{0}' is no time; wanted one such as 2026-11-24T18:30.")),
            Phase = HasTipFields ? Set(f => f.Phase, start.Phase, Text) : start.Phase,
            AppliesTo = HasTipFields ? Set(f => f.AppliesTo, start.AppliesTo, Text) : start.AppliesTo,
            Grade = HasTipFields ? Set(f => f.Grade, start.Grade, Text) : start.Grade,
        };

        T Set<T>(Func<PostForm, string?> field, T before, Func<string?, T> read, bool hasLines = false) =>
            AsSent(field(this), hasLines) == AsSent(field(shown), hasLines) ? before : read(Written(field(this)));

        Func<string?, T?> Understand<T>(Func<string, T?> read, T? before, string problem) where T : struct => text =>
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (read(text) is { } understood)
            {
                return understood;
            }

            found.Add(string.Format(CultureInfo.InvariantCulture, problem, text));
            return before;
        };

        // What was said of a picture is kept also while nobody has said where it is.
        PostImage? Image(PostImage? before) =>
            (Set(f => f.ImageSrc, before?.Src, Text), Set(f => f.ImageAlt, before?.Alt, Text), Set(f => f.ImageCaption, before?.Caption, Text)) switch
            {
                (null, null, null) => null,
                var (src, alt, caption) => new PostImage(src ?? "", alt, caption),
            };

        PostVideo? Video(PostVideo? before) =>
            (Set(f => f.VideoUrl, before?.Url, Text), Set(f => f.VideoPoster, before?.Poster, Text), Set(f => f.VideoCaptions, before?.Captions, Text), Set(f => f.VideoTranscript, before?.Transcript, Text), Set(f => f.VideoDuration, before?.Duration, Text)) switch
            {
                (null, null, null, null, null) => null,
                var (url, poster, captions, transcript, duration) => new PostVideo(url ?? "", poster, captions, transcript, duration),
            };

        DateTime? IsTime(string text) => SiteTime.Parse(text, zone);
    }

    public KeptText ToKeep(int? postId, TimeZoneInfo zone, out IReadOnlyList<string> problems) =>
        new(postId, CopyId is 0 ? null : CopyId, Stamp, StartFields(), Read(zone, out problems), Window, Tick);

    /// <summary>The form on which its author goes on once its text is kept: as it is on the desk now, and what could not be understood as it was typed.</summary>
    public PostForm GoOn(OpenText open, TimeZoneInfo zone)
    {
        var next = Of(open, zone);
        next.SeriesOrder = HasTopics && SeriesOrder is { } order && IsNumber(order) is null ? order : next.SeriesOrder;
        next.ReviewedOn = ReviewedOn is { } day && IsDay(day) is null ? day : next.ReviewedOn;
        next.ExpiresAt = ExpiresAt is { } time && SiteTime.Parse(time, zone) is null ? time : next.ExpiresAt;
        return next;
    }

    private PostFields? StartFields()
    {
        try
        {
            return string.IsNullOrEmpty(Start) || PostFieldsJson.Read(Start) is not { } fields || fields.Categories.Concat(fields.Tags).Concat(fields.Sources).Contains(null) ? null : fields;
        }
        catch (JsonException)
        {
            // Not what we gave the form; then nothing is known of what it began from.
            return null;
        }
    }

    private static int? IsNumber(string text) => int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? IsDay(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What no browser shows and no page may have is the sign for it instead, as Markdown says.</summary>
    private static string? Written(string? text) => text?.Replace('\0', '\ufffd');

    /// <summary>However a browser sent it: a field of one line loses its line breaks, another one gets those of the network.</summary>
    private static string AsSent(string? text, bool hasLines) => (text ?? "").Replace("\r", "", StringComparison.Ordinal).Replace("\n", hasLines ? "\n" : "", StringComparison.Ordinal);
}
