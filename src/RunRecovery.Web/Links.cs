using System.Globalization;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Recovery.HeavyLegs;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Options;

namespace RunRecovery.Web;

/// <summary>Every public address. Those that the core must know are spelled there: <see cref="ProgramAddresses"/>, <see cref="PostAddress"/>, MediaAddress.</summary>
public sealed class Links(SiteOptions site)
{
    public const string Home = ProgramAddresses.Home;
    public const string Tips = ProgramAddresses.Tips;
    public const string Archive = ProgramAddresses.Archive;
    public const string Rss = ProgramAddresses.Rss;
    public const string Opml = ProgramAddresses.Opml;
    public const string Subscribe = ProgramAddresses.Subscribe;
    public const string EvidenceTable = ProgramAddresses.Evidence;
    public const string Sitemap = ProgramAddresses.Sitemap;
    public const string Robots = ProgramAddresses.Robots;
    public const string Health = ProgramAddresses.Health;
    public const string Paces = ProgramAddresses.Paces;
    public const string HeavyLegs = ProgramAddresses.HeavyLegs;
    public const string About = "/about";
    public const string HowWeJudge = "/how-we-judge-evidence";
    public const string Disclaimer = HowWeJudge + "#disclaimer";
    public const string Desk = "/admin";
    public const string SignIn = Desk + "/sign-in";
    public const string SignOut = Desk + "/sign-out";
    public const string Invitation = Desk + "/invitation";
    public const string Account = Desk + "/account";
    public const string People = Desk + "/people";
    public const string Password = Account + "/password";
    public const string Passkeys = Account + "/passkeys";
    public const string RecoveryCodes = Account + "/recovery-codes";
    public const string Sessions = Account + "/sessions";
    public const string LostKeys = Desk + "/lost-keys";
    public const string PasskeyQuestion = Desk + "/passkey/question";
    public const string PasskeyOfInvitation = Desk + "/passkey/of-invitation";
    public const string PasskeyOfAccount = Desk + "/passkey/of-account";
    public const string DeskMedia = Desk + "/media";
    public const string DeskUpload = DeskMedia + "/upload";
    public const string DeskTaxonomy = Desk + "/taxonomy";
    public const string Planner = ProgramAddresses.Planner;
    public const string PlanPage = ProgramAddresses.Plan;
    public const string Preview = "/preview";
    public const string SocialPicture = ProgramAddresses.SocialPicture;
    public const string Icon = ProgramAddresses.Icon;

    public static string Of(PostSummary post) => Escaped(post.Path);

    public static string Of(Post post) => Escaped(post.Path);

    public static string Of(PostFields fields) => Escaped(PostAddress.Of(fields.Kind, fields.Slug));

    public static string Of(Term term) => Of(term.Kind, term.Slug);

    public static string Of(TermKind kind, string slug) => Escaped(ProgramAddresses.Of(kind, slug));

    public static string Of(TermKind kind) => ProgramAddresses.Of(kind);

    public static string Month(int year, int month) => ProgramAddresses.Month(year, month);

    public static string Year(int year) => ProgramAddresses.Year(year);

    /// <summary>A list's further pages: the first one is the list itself.</summary>
    public static string Page(string list, int number) => number == 1 ? list : $"{list.TrimEnd('/')}/page/{number}";

    public static string TipsOf(string? phase = null, string? grade = null, string? effort = null) =>
        Tips + QueryString.Create(new Dictionary<string, string?> { ["phase"] = phase, ["grade"] = grade, ["effort"] = effort }.Where(p => p.Value is not null));

    public static string OfEvidence(string id) => ProgramAddresses.OfEvidence(id);

    /// <summary>Where a grade is explained.</summary>
    public static string OfGrade(string grade) => $"{HowWeJudge}#{grade}";

    /// <summary>Short and for ever: what was planned is in the address, with the version of the rules.</summary>
    public static string Of(PlanRequest plan) => ProgramAddresses.Plan + QueryOf(plan);

    /// <summary>One day of a plan on its page.</summary>
    public static string Of(PlanRequest plan, PlanDay day) => string.Create(CultureInfo.InvariantCulture, $"{Of(plan)}#day-{day.Day}");

    /// <param name="ending">Such as <c>.ics</c>: the same plan in another form.</param>
    public static string Of(PlanRequest plan, string ending) => ProgramAddresses.Plan + ending + QueryOf(plan);

    /// <summary>A colon and a slash may stand in a query as they are, and read better so.</summary>
    public static QueryString QueryOf(PlanRequest plan) =>
        new("?" + string.Join('&', PlanWriter.Write(plan).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)}")));

    /// <summary>The check of heavy legs with the answers so far, always in the same order.</summary>
    public static string HeavyLegsWith(IReadOnlyDictionary<string, string> answers) =>
        HeavyLegs + QueryString.Create(HeavyLegsCheck.Questions.Where(q => answers.ContainsKey(q.Name)).Select(q => KeyValuePair.Create(q.Name, (string?)answers[q.Name])));

    public static string DeskOf(MediaItem item) => $"{DeskMedia}/{item.Id}";

    /// <summary>Where a post is written.</summary>
    public static string DeskPost(int postId) => $"{Desk}/posts/{postId}";

    /// <summary>In the query, which no log has.</summary>
    public static string InvitationWith(string key) => Invitation + QueryString.Create("key", key);

    /// <summary>Where the browser is told what passkey to make for this invitation.</summary>
    public static string PasskeyOf(string? key) => PasskeyOfInvitation + QueryString.Create("key", key ?? "");

    /// <param name="then">Where to go afterwards.</param>
    public static string SignInTo(string then) => then == Desk ? SignIn : SignIn + QueryString.Create("returnUrl", then);

    /// <summary>For somebody who is signed in, but has not shown for a while who they are.</summary>
    public static string SignInAgain(string then) => SignInTo(then) + (then == Desk ? "?again=true" : "&again=true");

    /// <summary>The way back to where somebody wanted to go; never away from the desk.</summary>
    public static string Back(string? returnUrl) =>
        returnUrl is not null && (returnUrl == Desk || returnUrl.StartsWith(Desk + "/", StringComparison.Ordinal) || returnUrl.StartsWith(Desk + "?", StringComparison.Ordinal)) && !returnUrl.Any(char.IsControl) ? returnUrl : Desk;

    /// <param name="key">Of a share link. In the query, because no log keeps queries.</param>
    public static string SharedPreview(string key) => $"{Preview}?key={Uri.EscapeDataString(key)}";

    public string Absolute(string path) => new Uri(site.Base, path).AbsoluteUri;

    private static string Escaped(string path) => new PathString(path).ToUriComponent();
}
