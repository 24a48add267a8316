namespace RunRecovery.Core.Content;

/// <summary>How the keys of front matter are spelled, here and by other tools. The first spelling is ours: it is the one that is written.</summary>
internal static class Spellings
{
    public static readonly string[] Id = ["id", "guid", "uuid", "uid"];
    public static readonly string[] Title = ["title"];
    public static readonly string[] Slug = ["slug"];
    public static readonly string[] Date = ["date", "publishDate", "pubDate", "published", "published_at", "created"];
    public static readonly string[] UpdatedAt = ["lastmod", "updated", "modified", "updatedDate", "last_modified_at"];
    public static readonly string[] ExpiresAt = ["expiryDate", "unpublishdate"];
    public static readonly string[] Draft = ["draft", "published", "publish", "status"];
    public static readonly string[] Aliases = ["aliases", "redirect_from"];
    public static readonly string[] Categories = ["categories", "category"];
    public static readonly string[] Tags = ["tags", "tag"];
    public static readonly string[] Series = ["series"];
    public static readonly string[] SeriesOrder = ["seriesOrder"];
    public static readonly string[] Phase = ["phase"];
    public static readonly string[] AppliesTo = ["appliesTo"];
    public static readonly string[] Grade = ["grade"];
    public static readonly string[] Description = ["description", "meta_description"];
    public static readonly string[] Summary = ["summary", "excerpt", "custom_excerpt"];
    public static readonly string[] Image = ["image", "cover", "heroImage", "feature_image", "images"];
    public static readonly string[] Video = ["video"];
    public static readonly string[] Author = ["author", "authors"];
    public static readonly string[] Featured = ["featured", "sticky", "weight"];
    public static readonly string[] Language = ["lang", "language"];
    public static readonly string[] CanonicalUrl = ["canonicalUrl", "canonical_url"];
    public static readonly string[] Comments = ["comments"];
    public static readonly string[] Sources = ["sources"];
    public static readonly string[] Reviewed = ["reviewed"];

    private static readonly Dictionary<string, string> Ours = new[]
    {
        Id, Title, Slug, Date, UpdatedAt, ExpiresAt, Draft, Aliases, Categories, Tags, Series, SeriesOrder, Phase, AppliesTo, Grade,
        Description, Summary, Image, [.. Image.SelectMany(key => new[] { Image[0], $"{key}_alt", $"{key}_caption" })], Video, Author, Featured,
        Language, CanonicalUrl, Comments, Sources, Reviewed,
    }.SelectMany(spellings => spellings.Select(spelling => (spelling, Ours: spellings[0]))).DistinctBy(s => s.spelling)
        .ToDictionary(s => s.spelling, s => s.Ours, StringComparer.OrdinalIgnoreCase);

    /// <summary>Our spelling of a key that was understood.</summary>
    public static string OursOf(HeaderEntry understood)
    {
        var key = understood.Key.Trim();
        // 'published' is a day, or says whether the text is a draft.
        return key.Equals(Draft[1], StringComparison.OrdinalIgnoreCase) && FrontMatterKeys.YesOrNo(understood.Value) is not null
            ? Draft[0]
            : Ours.GetValueOrDefault(key, key);
    }
}
