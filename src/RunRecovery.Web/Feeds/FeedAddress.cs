using System.Globalization;
using System.Text.RegularExpressions;
using RunRecovery.Web.Pages;

namespace RunRecovery.Web.Feeds;

/// <summary>One feed document: a topic in a format, and for older entries the number of an archive.</summary>
public sealed partial record FeedAddress(FeedTopic Topic, IFeedFormat Format, int? Archive = null)
{
    public string Path => $"{Topic.Page.TrimEnd('/')}/{Format.Stem}{(Archive is { } number ? string.Create(CultureInfo.InvariantCulture, $"-{number}") : "")}{Format.Ending}";

    /// <summary>Null: not the address of a feed.</summary>
    public static FeedAddress? Parse(string path)
    {
        if (Pattern.Match(path) is not { Success: true } found || FeedFormats.All.FirstOrDefault(f => f.Stem == found.Groups["stem"].Value && f.Ending == found.Groups["ending"].Value) is not { } format)
        {
            return null;
        }

        FeedTopic topic = found.Groups["terms"] is { Success: true, Value: var terms } ? new FeedTopic.About(BlogPages.KindOf(terms), found.Groups["slug"].Value)
            : found.Groups["tips"].Success ? new FeedTopic.Tips()
            : new FeedTopic.Posts();
        return new FeedAddress(topic, format, found.Groups["archive"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture) : null);
    }

    [GeneratedRegex(@"^(/(?<tips>tips)|/(?<terms>categories|tags|series)/(?<slug>[^/]+))?/(?<stem>[a-z]+)(-(?<archive>[1-9][0-9]{0,6}))?(?<ending>\.[a-z]+)$")]
    private static partial Regex Pattern { get; }
}
