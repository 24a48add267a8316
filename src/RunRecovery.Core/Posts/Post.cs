using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>A post, quick tip or fixed page. Markdown is its truth; HTML is always made from it. All times are UTC.</summary>
public sealed class Post
{
    public int Id { get; init; }
    public required PostKind Kind { get; init; }

    /// <summary>What feeds call it. Set once, never changed, never derived from slug, host or date.</summary>
    public required string FeedId { get; init; }

    public required string Slug { get; set; }
    public required string Title { get; set; }
    public required string Markdown { get; set; }

    /// <summary>Null: a draft. In the future: scheduled. Written only by <see cref="PublishAt"/>.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The publication time readers were told first. It outlives a time as a draft, so that nothing is announced twice.</summary>
    public DateTime? FirstPublishedAt { get; private set; }

    /// <summary>The last significant edit after publication; null when there was none.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>No longer shown from this moment on; null: shown for ever.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime CreatedAt { get; init; }
    public DateTime SavedAt { get; set; }

    /// <summary>The account of its author; null: it came from a file and belongs to nobody in particular.</summary>
    public int? OwnerId { get; init; }

    /// <summary>In the bin since; null: it is not. What lies there is not published. Written only by <see cref="Delete"/> and <see cref="Undelete"/>.</summary>
    public DateTime? DeletedAt { get; private set; }

    /// <summary>Its words are gone for good; the row stays, so that its addresses say so and its feed id is never given again.</summary>
    public bool IsPurged { get; private set; }

    /// <summary>Counts the saves, from 1. A save that names another version than the stored one is a conflict.</summary>
    public int Version { get; set; }

    public string? Description { get; set; }
    public string? Summary { get; set; }
    public PostImage? Image { get; set; }
    public PostVideo? Video { get; set; }
    public string? Author { get; set; }

    /// <summary>Pinned above newer posts on the home page.</summary>
    public bool Featured { get; set; }

    /// <summary>BCP 47 tag where the text is not in the site's language.</summary>
    public string? Language { get; set; }

    public string? CanonicalUrl { get; set; }
    public bool Comments { get; set; } = true;

    /// <summary>Ids of evidence and sources the text cites.</summary>
    public List<string> Sources { get; set; } = [];

    public DateOnly? ReviewedOn { get; set; }
    public string? ReviewedBy { get; set; }

    /// <summary>Tips only: the phase of recovery the tip belongs to, e.g. <c>rest</c>.</summary>
    public string? Phase { get; set; }

    /// <summary>Tips only: what kind of run the tip is for, in plain words.</summary>
    public string? AppliesTo { get; set; }

    /// <summary>Tips only: how good the evidence is, one of <see cref="Recovery.EvidenceGrades"/>.</summary>
    public string? Grade { get; set; }

    /// <summary>Front matter keys that mean nothing to us, as YAML, kept to be written back.</summary>
    public string? UnknownFrontMatter { get; set; }

    /// <summary>Plain text for lists and previews, derived from the Markdown at each save.</summary>
    public string Excerpt { get; set; } = "";

    /// <summary>Derived from the Markdown at each save.</summary>
    public int WordCount { get; set; }

    public List<PostTerm> Terms { get; } = [];
    public List<PostRevision> Revisions { get; } = [];
    public List<PublishedAddress> Addresses { get; } = [];

    public string Path => PostAddress.Of(Kind, Slug);

    /// <summary>
    /// Sets when the post appears; null makes it a draft. A time at which readers have already seen it is never replaced by another
    /// one: a subscriber must not be told twice.
    /// </summary>
    public void PublishAt(DateTime? at, DateTime now)
    {
        if (at is null)
        {
            PublishedAt = null;
            // Nobody has seen it at a time that has not come.
            FirstPublishedAt = WasSeen(now) ? FirstPublishedAt : null;
            return;
        }

        PublishedAt = FirstPublishedAt = WasSeen(now) ? FirstPublishedAt : at;
    }

    /// <summary>Whether readers have seen it, or could. Then its first publication stays what it was.</summary>
    public bool WasSeen(DateTime now) => FirstPublishedAt <= now;

    /// <summary>If readers see it now, they see its terms too: their addresses are kept.</summary>
    public void NoteShown(DateTime now)
    {
        if (PublishedAt <= now)
        {
            Terms.ForEach(t => t.Term.ShownFrom(PublishedAt.Value));
        }
    }

    /// <summary>Puts it, with its terms loaded, into the bin. Readers no longer see it, and what they saw is remembered.</summary>
    public void Delete(DateTime now)
    {
        NoteShown(now);
        PublishAt(null, now);
        DeletedAt = now;
    }

    /// <summary>Takes every word away that an author wrote. What subscribers and links rely on stays.</summary>
    public void Purge()
    {
        IsPurged = true;
        (Title, Markdown, Excerpt, WordCount) = ("", "", "", 0);
        (Description, Summary, Image, Video, Author, AppliesTo, ReviewedBy, CanonicalUrl, UnknownFrontMatter) = (null, null, null, null, null, null, null, null, null);
        Sources = [];
        Terms.Clear();
    }

    /// <summary>Takes it out of the bin, as it was: published at <paramref name="publishedAt"/>, or a draft.</summary>
    public void Undelete(DateTime? publishedAt, DateTime now)
    {
        DeletedAt = null;
        PublishAt(publishedAt, now);
    }
}

/// <summary>The picture of a post: what previews and lists show.</summary>
public sealed record PostImage(string Src, string? Alt = null, string? Caption = null);

/// <summary>The video of a post. <paramref name="Duration"/> is an ISO 8601 duration such as <c>PT40S</c>.</summary>
public sealed record PostVideo(string Url, string? Poster = null, string? Captions = null, string? Transcript = null, string? Duration = null);
