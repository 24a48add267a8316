using System.Globalization;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Writing;

/// <summary>The addresses of the desk at which posts are written.</summary>
public static class DeskLinks
{
    public const string Posts = Links.Desk;
    public const string Keep = Posts + "/posts/keep";
    public const string Preview = Posts + "/posts/preview";

    public static string New(PostKind kind) => $"{Posts}/posts/new?kind={kind.ToString().ToLowerInvariant()}";

    public static string Edit(int post) => Of(post, "");

    public static string EditBeside(int post, int copy) => Of(post, string.Create(CultureInfo.InvariantCulture, $"?copy={copy}"));

    public static string Publish(int post) => Of(post, "/publish");

    public static string Revisions(int post) => Of(post, "/revisions");

    public static string Revision(int post, int revision) => Of(post, string.Create(CultureInfo.InvariantCulture, $"/revisions/{revision}"));

    public static string Conflict(int post) => Of(post, "/conflict");

    public static string Share(int post) => Of(post, "/share");

    public static string Delete(int post) => Of(post, "/delete");

    public static string Terms(TermKind kind) => $"{Links.DeskTaxonomy}?kind={kind.ToString().ToLowerInvariant()}";

    public static string Term(int term) => string.Create(CultureInfo.InvariantCulture, $"{Links.DeskTaxonomy}/{term}");

    public static string List(DeskState? state, PostKind? kind = null, string? words = null, int number = 1) => Posts + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["state"] = state?.ToString().ToLowerInvariant(),
            ["kind"] = kind?.ToString().ToLowerInvariant(),
            ["q"] = string.IsNullOrEmpty(words) ? null : words,
            ["number"] = number == 1 ? null : number.ToString(CultureInfo.InvariantCulture),
        }
        .Where(part => part.Value is not null));

    private static string Of(int post, string rest) => string.Create(CultureInfo.InvariantCulture, $"{Posts}/posts/{post}{rest}");
}
