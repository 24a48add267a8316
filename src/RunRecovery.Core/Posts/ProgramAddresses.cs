using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Posts;

/// <summary>What the program serves besides texts and media. The content check takes nothing else as there, and no fixed page may be in the way.</summary>
public static class ProgramAddresses
{
    public const string Home = "/";
    public const string Tips = "/tips";
    public const string Archive = "/archive";
    public const string Rss = "/rss.xml";
    public const string Opml = "/feeds.opml";
    public const string Subscribe = "/subscribe";
    public const string Sitemap = "/sitemap.xml";
    public const string Robots = "/robots.txt";
    public const string Health = "/healthz";
    public const string Planner = "/recovery";
    public const string Plan = "/recovery/plan";
    public const string PlanCheck = "/recovery/check";
    public const string PlanApi = "/api/recovery/plan";
    public const string Paces = "/recovery/paces";
    public const string HeavyLegs = "/recovery/heavy-legs";
    public const string SocialPicture = "/images/social.png";
    public const string Icon = "/images/apple-touch-icon.png";

    /// <summary>There where the blog has evidence, as is a page for each row of it.</summary>
    public const string Evidence = "/recovery/evidence";

    /// <summary>Each with the query of a plan.</summary>
    public static readonly IReadOnlyCollection<string> FormsOfPlans = [PlanApi, $"{Plan}.ics", $"{Plan}.rss", $"{Plan}.atom", $"{Plan}.json"];

    /// <summary>There where the blog has the planner.</summary>
    public static readonly IReadOnlyCollection<string> OfPlanner = [Planner, Plan, PlanCheck, HeavyLegs, Paces, .. FormsOfPlans];

    /// <summary>Each is there on every blog. A new one is a line here.</summary>
    public static readonly IReadOnlyCollection<string> Always =
    [
        Home,
        Tips,
        Archive,
        Of(TermKind.Category),
        Of(TermKind.Tag),
        Of(TermKind.Series),
        Rss,
        "/atom.xml",
        "/feed.json",
        $"{Tips}/rss.xml",
        $"{Tips}/atom.xml",
        $"{Tips}/feed.json",
        Opml,
        Subscribe,
        Sitemap,
        Robots,
        Health,
        SocialPicture,
        "/images/icon.svg",
        Icon,
        "/favicon.ico",
    ];

    /// <summary>First parts of addresses that belong to the program: of what is there, of what depends on texts, and of what may come.</summary>
    private static readonly HashSet<string> Reserved =
    [
        .. Always.Select(address => address.Split('/', '.')[1]),
        "css", "error", "fonts", "index", "media", "page", "posts",
        "admin", "api", "atom-xml", "feed", "feeds", "js", "hub", "json", "preview", "recovery", "search",
    ];

    public static string Of(TermKind kind) => kind switch
    {
        TermKind.Category => "/categories",
        TermKind.Tag => "/tags",
        TermKind.Series => "/series",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of term without an address."),
    };

    public static string Of(TermKind kind, string slug) => $"{Of(kind)}/{slug}";

    public static string Year(int year) => $"{Archive}/{year:0000}";

    public static string Month(int year, int month) => $"{Year(year)}/{month:00}";

    public static string OfEvidence(string id) => $"{Evidence}/{id}";

    /// <summary>Whether no fixed page may have this slug.</summary>
    internal static bool IsReserved(string slug) => Reserved.Contains(slug);
}
