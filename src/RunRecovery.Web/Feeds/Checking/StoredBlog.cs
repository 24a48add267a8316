using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Feeds.Checking;

/// <summary>The blog as it is stored, which feeds must agree with.</summary>
public sealed record StoredBlog
{
    public required Uri Base { get; init; }
    public required string Language { get; init; }
    public required DateTime Now { get; init; }

    /// <summary>All that visitors may see, by the id that feeds call them by.</summary>
    public required IReadOnlyDictionary<string, Post> Posts { get; init; }

    /// <summary>By absolute address.</summary>
    public required IReadOnlyDictionary<string, StoredFile> Files { get; init; }

    public Post? PostOf(DocumentEntry entry) => Posts.GetValueOrDefault(entry.Id);

    public bool IsOurs(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && Base.IsBaseOf(url);

    public IEnumerable<Post> About(FeedTopic topic) => Posts.Values.Where(post => topic switch
    {
        FeedTopic.Posts => post.Kind == PostKind.Post,
        FeedTopic.Tips => post.Kind == PostKind.Tip,
        FeedTopic.About about => post.Terms.Any(t => t.Term.Kind == about.Kind && t.Term.Slug == about.Slug),
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "A topic without posts."),
    });
}

public sealed record StoredFile(string Type, long Length);
