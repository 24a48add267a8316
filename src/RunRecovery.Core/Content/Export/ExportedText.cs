using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content.Export;

/// <summary>What is still to be known of a text when all are written: not its words, of which there may be many.</summary>
internal sealed record ExportedText
{
    /// <param name="wanted">What the post says.</param>
    /// <param name="isThere">The file holds what was to be written.</param>
    public ExportedText(Post post, ContentPath place, PostFields wanted, WrittenFile written, bool isThere)
    {
        (Path, Title, PublishedAt) = (place.Path, post.Title, post.PublishedAt);
        Terms = [.. post.Terms.Select(t => t.TermId)];
        Names = [.. NamesIn(written.Says)];
        Memory = MemoryOf(post, place, wanted, written, isThere);
    }

    public string Path { get; }
    public string Title { get; }
    public DateTime? PublishedAt { get; }
    public IReadOnlyList<int> Terms { get; }

    /// <summary>Of terms, as the file spells them.</summary>
    public IReadOnlyList<(TermKind Kind, string Name)> Names { get; }

    /// <summary>Null when the file says all.</summary>
    public RememberedText? Memory { get; }

    private static RememberedText? MemoryOf(Post post, ContentPath place, PostFields wanted, WrittenFile written, bool isThere)
    {
        var isWithdrawn = post is { PublishedAt: null, FirstPublishedAt: not null };
        var memory = new RememberedText
        {
            Id = Lacks(Spellings.Id) ? wanted.FeedId : null,
            Date = isWithdrawn || Lacks(Spellings.Date) ? wanted.Date : null,
            UpdatedAt = Lacks(Spellings.UpdatedAt) ? wanted.UpdatedAt : null,
            Aliases = Lacks(Spellings.Aliases) ? [.. wanted.Aliases.ExceptBy(written.Says.Aliases.Select(PostAddress.SpellWritten), PostAddress.SpellWritten)] : [],
            IsPublished = place.IsDraft && !wanted.Draft,
            Withdrawn = isWithdrawn ? [.. post.Addresses.OrderBy(a => a.Id).Select(a => PostAddress.Write(a.Path))] : [],
        };
        return memory is { Id: null, Date: null, UpdatedAt: null, Aliases.Count: 0, IsPublished: false, Withdrawn.Count: 0 } ? null : memory;

        // What lies there instead is not known.
        bool Lacks(string[] key) => !isThere || written.Unsaid.Contains(key[0]);
    }

    private static IEnumerable<(TermKind Kind, string Name)> NamesIn(PostFields fields) =>
    [
        .. fields.Categories.Select(name => (TermKind.Category, name)),
        .. fields.Tags.Select(name => (TermKind.Tag, name)),
        .. fields.Series is { } series ? new[] { (TermKind.Series, series) } : [],
    ];
}
