using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>
/// Merges what two authors, or two windows, made of the same fields: each field by itself, the text line by line. The kind of a post and its
/// feed id are not theirs to change.
/// </summary>
public static class FieldsMerge
{
    /// <summary>Null: at least one field was changed by both in different ways.</summary>
    public static PostFields? Merge(PostFields start, PostFields theirs, PostFields mine)
    {
        var isClean = true;
        T Pick<T>(Func<PostFields, T> of) => PickBy(of, EqualityComparer<T>.Default.Equals);
        IReadOnlyList<string> PickList(Func<PostFields, IReadOnlyList<string>> of) => PickBy(of, (a, b) => a.SequenceEqual(b));
        T PickBy<T>(Func<PostFields, T> of, Func<T, T, bool> same)
        {
            var (before, there, here) = (of(start), of(theirs), of(mine));
            isClean &= same(there, here) || same(before, there) || same(before, here);
            return same(before, here) ? there : here;
        }

        var markdown = TextMerge.Merge(start.Markdown, theirs.Markdown, mine.Markdown);
        var merged = mine with
        {
            Title = Pick(f => f.Title),
            Slug = Pick(f => f.Slug),
            Markdown = markdown ?? mine.Markdown,
            Date = Pick(f => f.Date),
            Draft = Pick(f => f.Draft),
            UpdatedAt = Pick(f => f.UpdatedAt),
            ExpiresAt = Pick(f => f.ExpiresAt),
            Aliases = PickList(f => f.Aliases),
            Categories = PickList(f => f.Categories),
            Tags = PickList(f => f.Tags),
            Series = Pick(f => f.Series),
            SeriesOrder = Pick(f => f.SeriesOrder),
            Description = Pick(f => f.Description),
            Summary = Pick(f => f.Summary),
            Image = Pick(f => f.Image),
            Video = Pick(f => f.Video),
            Author = Pick(f => f.Author),
            Featured = Pick(f => f.Featured),
            Language = Pick(f => f.Language),
            CanonicalUrl = Pick(f => f.CanonicalUrl),
            Comments = Pick(f => f.Comments),
            Sources = PickList(f => f.Sources),
            ReviewedOn = Pick(f => f.ReviewedOn),
            ReviewedBy = Pick(f => f.ReviewedBy),
            Phase = Pick(f => f.Phase),
            AppliesTo = Pick(f => f.AppliesTo),
            Grade = Pick(f => f.Grade),
            UnknownFrontMatter = Pick(f => f.UnknownFrontMatter),
        };
        return isClean && markdown is not null ? merged : null;
    }

    /// <summary>Whether two authors would have set the same; lists are compared by what is in them.</summary>
    public static bool AreSame(PostFields a, PostFields b) => PostFieldsJson.Write(a) == PostFieldsJson.Write(b);
}
