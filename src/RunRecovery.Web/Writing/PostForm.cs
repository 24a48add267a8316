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

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

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
        ExpiresAt = fields.ExpiresAt is { } end ? TimeZoneInfo.ConvertTimeFromUtc(end, zone).ToString(TimeFormat, CultureInfo.InvariantCulture) : null,
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

    /// <summary>What the author set. What this form has no field for stays as it was; so does what cannot be understood, and is a problem.</summary>
    public PostFields Read(TimeZoneInfo zone, out IReadOnlyList<string> problems)
    {
        List<string> found = [];
        problems = found;
        var start = StartFields() ?? new PostFields { Kind = Kind, Title = "", Slug = "", Markdown = "", Draft = true };
        return start with
        {
            Title = Title ?? "",
            Slug = Slug?.Trim() ?? "",
            Markdown = Markdown ?? "",
            Description = Text(Description),
            Summary = Text(Summary),
            Categories = SameOr(start.Categories, WordList.Split(Categories)),
            Tags = SameOr(start.Tags, WordList.Split(Tags)),
            Series = Text(Series),
            SeriesOrder = Number(start.SeriesOrder, found),
            Image = Text(ImageSrc) is { } src ? new PostImage(src, Text(ImageAlt), Text(ImageCaption)) : null,
            Video = Text(VideoUrl) is { } url ? new PostVideo(url, Text(VideoPoster), Text(VideoCaptions), Text(VideoTranscript), Text(VideoDuration)) : null,
            Author = Text(Author),
            Featured = Featured,
            Language = Text(Language),
            CanonicalUrl = Text(CanonicalUrl),
            Sources = SameOr(start.Sources, WordList.Split(Sources)),
            ReviewedOn = Day(start.ReviewedOn, found),
            ReviewedBy = Text(ReviewedBy),
            ExpiresAt = End(start.ExpiresAt, zone, found),
            Phase = Text(Phase),
            AppliesTo = Text(AppliesTo),
            Grade = Text(Grade),
        };
    }

    public KeptText ToKeep(int? postId, TimeZoneInfo zone, out IReadOnlyList<string> problems) =>
        new(postId, CopyId is 0 ? null : CopyId, Stamp, StartFields(), Read(zone, out problems), Window, Tick);

    private PostFields? StartFields()
    {
        try
        {
            return string.IsNullOrEmpty(Start) ? null : PostFieldsJson.Read(Start);
        }
        catch (JsonException)
        {
            // Not what we gave the form; then nothing is known of what it began from.
            return null;
        }
    }

    private int? Number(int? before, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(SeriesOrder))
        {
            return null;
        }

        if (int.TryParse(SeriesOrder.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add($"series order: '{SeriesOrder}' is no number; wanted one such as 3.");
        return before;
    }

    private DateOnly? Day(DateOnly? before, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(ReviewedOn))
        {
            return null;
        }

        if (DateOnly.TryParseExact(ReviewedOn.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Add($"reviewed on: '{ReviewedOn}' is no day; wanted one such as 2026-11-24.");
        return before;
    }

    private DateTime? End(DateTime? before, TimeZoneInfo zone, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(ExpiresAt))
        {
            return null;
        }

        if (SiteTime.Parse(ExpiresAt, zone) is { } time)
        {
            // The form shows minutes; a time that was not touched keeps its seconds.
            return before is { } had && had.AddTicks(-(had.Ticks % TimeSpan.TicksPerMinute)) == time ? had : time;
        }

        problems.Add($"expires: '{ExpiresAt}' is no time; wanted one such as 2026-11-24T18:30.");
        return before;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IReadOnlyList<string> SameOr(IReadOnlyList<string> before, IReadOnlyList<string> now) => before.SequenceEqual(now) ? before : now;
}
