using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Options;

namespace RunRecovery.Web;

/// <summary>Every public address, spelled once (posts: <see cref="PostAddress"/>, media: Core's MediaAddress).</summary>
public sealed class Links(SiteOptions site)
{
    public const string Home = "/";
    public const string Tips = "/tips";
    public const string Archive = "/archive";
    public const string Rss = "/rss.xml";
    public const string Opml = "/feeds.opml";
    public const string Subscribe = "/subscribe";
    public const string Sitemap = "/sitemap.xml";
    public const string About = "/about";
    public const string Evidence = "/how-we-judge-evidence";
    public const string Disclaimer = Evidence + "#disclaimer";
    public const string SocialPicture = "/images/social.png";
    public const string Icon = "/images/apple-touch-icon.png";

    public static string Of(PostSummary post) => Escaped(post.Path);

    public static string Of(Post post) => Escaped(post.Path);

    public static string Of(Term term) => Of(term.Kind, term.Slug);

    public static string Of(TermKind kind, string slug) => Escaped($"{Of(kind)}/{slug}");

    public static string Of(TermKind kind) => kind switch
    {
        TermKind.Category => "/categories",
        TermKind.Tag => "/tags",
        TermKind.Series => "/series",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of term without an address."),
    };

    public static string Month(int year, int month) => $"{Archive}/{year:0000}/{month:00}";

    public static string Year(int year) => $"{Archive}/{year:0000}";

    /// <summary>A list's further pages: the first one is the list itself.</summary>
    public static string Page(string list, int number) => number == 1 ? list : $"{list.TrimEnd('/')}/page/{number}";

    public static string TipsOf(string? phase, string? grade) =>
        Tips + QueryString.Create(new Dictionary<string, string?> { ["phase"] = phase, ["grade"] = grade }.Where(p => p.Value is not null));

    public string Absolute(string path) => new Uri(site.Base, path).AbsoluteUri;

    private static string Escaped(string path) => new PathString(path).ToUriComponent();
}
