using System.Text.RegularExpressions;

namespace RunRecovery.Web.Feeds;

/// <summary>Addresses at which readers look for a feed, because other blogs have theirs there.</summary>
public static partial class FeedProbes
{
    /// <summary>The feed's real address; null: nobody looks for a feed here.</summary>
    public static string? TargetOf(string path) => Pattern.Match(path) switch
    {
        { Success: false } => null,
        { Groups: var found } => found["topic"].Value + (found["atom"].Success ? "/atom.xml" : found["json"].Success ? "/feed.json" : Links.Rss),
    };

    [GeneratedRegex(@"^(?<topic>(/(categories|tags|series)/[^/]+)?)/(feed|rss|feed/rss|feed/rss2|feed\.xml|index\.xml|index\.rss|rss2\.xml|feed\.rss|(?<atom>atom|feed/atom|index\.atom|feed\.atom)|(?<json>json|feed/json|index\.json))$")]
    private static partial Regex Pattern { get; }
}
