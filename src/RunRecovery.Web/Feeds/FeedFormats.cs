namespace RunRecovery.Web.Feeds;

public interface IFeedFormat
{
    /// <summary>The file's name, such as <c>rss</c>.</summary>
    string Stem { get; }

    /// <summary>Such as <c>.xml</c>.</summary>
    string Ending { get; }

    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>Without the character set.</summary>
    string ContentType { get; }

    string ContentTypeInUtf8 => $"{ContentType}; charset=utf-8";

    byte[] Write(Feed feed);
}

/// <summary>Every format that feeds come in. Another one is a class and a line here.</summary>
public static class FeedFormats
{
    public static readonly IFeedFormat Rss = new RssFormat();
    public static readonly IReadOnlyList<IFeedFormat> All = [Rss, new AtomFormat(), new JsonFormat()];
}
